import { ApiError, signUp } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Anchor, Button, Stack, Text } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { messageOf } from '../kit/message.ts'
import { useTitle } from '../kit/title.ts'
import { entranceFacts } from './accounts.ts'
import { CredentialFields, credentialsOf } from './CredentialFields.tsx'
import { Entrance } from './Entrance.tsx'
import { useEnter } from './LogInPage.tsx'

export function SignUpPage() {
  useTitle(t('account.create_account'))
  const { token } = useSearch({ from: '/user/signup' })
  const enter = useEnter(undefined)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const { first = false, signup: refused } = entranceFacts()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await signUp(credentialsOf(event.currentTarget), token)
      await enter()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  if (refused) {
    return (
      <Entrance title={t('account.invitation_needed')}>
        <Stack>
          <Text c="dimmed">{token ? t('account.invitation_wrong') : t('account.invitation_needed_hint')}</Text>
          <Button component={Link} to="/user/login" reloadDocument variant="default">
            {t('account.to_log_in')}
          </Button>
        </Stack>
      </Entrance>
    )
  }
  return (
    <Entrance title={first ? t('account.first_title') : t('account.sign_up_title')}>
      <form onSubmit={submit} method="post">
        <Stack>
          <Text c="dimmed">{first ? t('account.first_hint') : t('account.sign_up_hint')}</Text>
          {error !== undefined && (
            <Alert color="red" role="alert">
              {messageOf(error)}
            </Alert>
          )}
          <CredentialFields error={error instanceof ApiError ? error : undefined} newPassword />
          <Button type="submit" size="md" loading={busy} fullWidth>
            {t('account.create_account')}
          </Button>
          {!first && (
            <Text size="sm" c="dimmed" ta="center">
              {t('account.have_account')}{' '}
              <Anchor component={Link} to="/user/login" reloadDocument inherit underline="always">
                {t('account.to_log_in')}
              </Anchor>
            </Text>
          )}
        </Stack>
      </form>
    </Entrance>
  )
}
