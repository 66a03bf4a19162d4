import type { ApiError } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { PasswordInput, TextInput } from '@mantine/core'

export interface CredentialFieldsProps {
  error: ApiError | undefined
  newPassword?: boolean
  /** The account that is meant most likely: its session ended. */
  email?: string
}

/** Named like the plain form's fields, so that password managers and scripts meet one form. */
export function CredentialFields({ error, newPassword = false, email }: CredentialFieldsProps) {
  return (
    <>
      <TextInput
        label={t('account.email')}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email ?? ''}
        autoFocus={email === undefined}
        withAsterisk={false}
        required
        error={error?.fields.email?.[0]}
      />
      <PasswordInput
        label={t('account.password')}
        name="password"
        autoComplete={newPassword ? 'new-password' : 'current-password'}
        autoFocus={email !== undefined}
        withAsterisk={false}
        required
        description={newPassword ? t('account.password_hint') : undefined}
        minLength={newPassword ? 8 : undefined}
        maxLength={128}
        visibilityToggleButtonProps={{ 'aria-label': t('account.show_characters') }}
        error={error?.fields.password?.[0]}
      />
    </>
  )
}

export function credentialsOf(form: HTMLFormElement): { email: string; password: string } {
  const data = new FormData(form)
  return { email: String(data.get('email') ?? '').trim(), password: String(data.get('password') ?? '') }
}
