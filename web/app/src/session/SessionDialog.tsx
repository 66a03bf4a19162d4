import '../mantine.pages.css'
import { ApiError, logIn } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Button, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { queryClient } from '../kit/query.ts'
import { CredentialFields, credentialsOf } from './CredentialFields.tsx'
import { logInMessage } from './logInMessage.ts'
import { sessionQuery } from './session.ts'

/** Log in again, over the page that is open. */
export default function SessionDialog({ onLoggedIn }: { onLoggedIn: () => void }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const before = queryClient.getQueryData(sessionQuery.queryKey)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await logIn(credentialsOf(event.currentTarget))
      const now = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
      // Somebody else: what is on the page belongs to another account, and stays in its journal.
      if (before && before.id !== now.id) location.reload()
      else onLoggedIn()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    <Dialog
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('account.session_expired')}
      zIndex={1000}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{t('account.session_expired_hint')}</Text>
          {error !== undefined && <Alert color="red">{logInMessage(error)}</Alert>}
          <CredentialFields
            error={error instanceof ApiError ? error : undefined}
            {...(before ? { email: before.email } : {})}
          />
          <Button type="submit" loading={busy}>
            {t('account.log_in')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
