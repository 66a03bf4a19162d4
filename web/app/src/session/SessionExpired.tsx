import { ApiError, logIn, onSessionExpired } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Button, Stack, Text } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { queryClient } from '../kit/query.ts'
import { messageOf } from '../kit/toast.tsx'
import { CredentialFields, credentialsOf } from './CredentialFields.tsx'
import { sessionQuery } from './session.ts'

/**
 * Asks for the password again, over whatever page is open, when a call meets an ended session. The page underneath is
 * not touched, and the calls that failed are sent again.
 */
export function SessionExpired() {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const resume = useRef<() => void>(undefined)

  useEffect(
    () =>
      onSessionExpired(
        () =>
          new Promise<void>((resolve) => {
            resume.current = resolve
            setOpen(true)
          }),
      ),
    [],
  )

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await logIn(credentialsOf(event.currentTarget))
      const before = queryClient.getQueryData(sessionQuery.queryKey)
      const now = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
      // Somebody else: what is on the page belongs to another account, and stays in its journal.
      if (before && before.id !== now.id) location.reload()
      setOpen(false)
      resume.current?.()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  const email = queryClient.getQueryData(sessionQuery.queryKey)?.email
  return (
    <Dialog
      opened={open}
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
          <CredentialFields error={error instanceof ApiError ? error : undefined} {...(email ? { email } : {})} />
          <Button type="submit" loading={busy}>
            {t('account.log_in')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}

export function logInMessage(error: unknown): string {
  const refused = error instanceof ApiError && (error.status === 400 || error.status === 401)
  return refused ? t('account.wrong_credentials') : messageOf(error)
}
