import { ApiError, changePassword } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '../kit/message.ts'
import { toast } from '../kit/toast.tsx'

export function PasswordChange() {
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState('')
  const change = useMutation({
    mutationFn: () => changePassword(current, fresh),
    onSuccess: () => {
      setCurrent('')
      setFresh('')
      toast(t('account.password_changed'))
    },
  })
  const fields = change.error instanceof ApiError ? change.error.fields : {}
  const told = 'old_password' in fields || 'password' in fields
  const eye = { 'aria-label': t('account.show_characters') }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate()
      }}
    >
      <Stack>
        <Group grow align="flex-start">
          <PasswordInput
            label={t('account.current_password')}
            autoComplete="current-password"
            value={current}
            error={fields.old_password?.[0]}
            visibilityToggleButtonProps={eye}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('account.new_password')}
            autoComplete="new-password"
            value={fresh}
            error={fields.password?.[0]}
            visibilityToggleButtonProps={eye}
            onChange={(event) => setFresh(event.currentTarget.value)}
          />
        </Group>
        {change.isError && !told && <Alert color="red">{messageOf(change.error)}</Alert>}
        <Group>
          <Button type="submit" variant="default" loading={change.isPending} disabled={!current || !fresh}>
            {t('account.change_password')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
