import { ApiError, OfflineError } from '@labelwright/api'
import { t } from '@labelwright/i18n'

/** What a person can be told about a failure. */
export function messageOf(error: unknown): string {
  if (error instanceof OfflineError) return t('common.offline')
  if (error instanceof ApiError) {
    if (error.status === 507) return t('common.disk_full')
    if (error.status === 403) return error.message || t('common.forbidden')
    if (error.status === 429) return t('common.too_many_requests')
    return error.message
  }
  return error instanceof Error ? error.message : String(error)
}
