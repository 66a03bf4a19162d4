import { ApiError, logIn } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Anchor, Button, Stack, Text } from '@mantine/core'
import { Link, Navigate, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { queryClient } from '../kit/query.ts'
import { useTitle } from '../kit/title.ts'
import { entranceFacts } from './accounts.ts'
import { CredentialFields, credentialsOf } from './CredentialFields.tsx'
import { Entrance } from './Entrance.tsx'
import { logInMessage } from './logInMessage.ts'

export function LogInPage() {
  useTitle(t('account.log_in'))
  const { next } = useSearch({ from: '/user/login' })
  const enter = useEnter(next)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  if (entranceFacts().first) return <Navigate to="/user/signup" />

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await logIn(credentialsOf(event.currentTarget))
      await enter()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    <Entrance title={t('account.log_in_title')}>
      <form onSubmit={submit} method="post">
        <Stack>
          {error !== undefined && (
            <Alert color="red" role="alert">
              {logInMessage(error)}
            </Alert>
          )}
          <CredentialFields error={error instanceof ApiError ? error : undefined} />
          <Button type="submit" size="md" loading={busy} fullWidth>
            {t('account.log_in')}
          </Button>
          <Text size="sm" c="dimmed" ta="center">
            {t('account.no_account')}{' '}
            <Anchor component={Link} to="/user/signup" reloadDocument inherit underline="always">
              {t('account.sign_up')}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </Entrance>
  )
}

/** Goes where the person wanted to go before the log-in page stood in the way. */
export function useEnter(next: string | undefined): () => Promise<void> {
  const navigate = useNavigate()
  const router = useRouter()
  return async () => {
    queryClient.clear()
    // Only paths of our own: an address from elsewhere in `next` must not lead a person away.
    if (next?.startsWith('/') && !/^\/[/\\]/.test(next)) router.history.push(next)
    else await navigate({ to: '/projects' })
  }
}
