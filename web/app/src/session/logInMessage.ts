import { ApiError } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { messageOf } from '../kit/message.ts'

export function logInMessage(error: unknown): string {
  const refused = error instanceof ApiError && (error.status === 400 || error.status === 401)
  return refused ? t('account.wrong_credentials') : messageOf(error)
}
