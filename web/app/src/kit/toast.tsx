import { ApiError, OfflineError } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'

export function toast(message: string): void {
  notifications.show({
    message,
    color: 'teal',
    icon: <IconCheck size={18} />,
    withBorder: true,
    autoClose: 4000,
    ...closable(),
  })
}

export function toastError(error: unknown): void {
  notifications.show({
    message: messageOf(error),
    color: 'red',
    icon: <IconAlertTriangle size={18} />,
    withBorder: true,
    autoClose: 10_000,
    ...closable(),
  })
}

const closable = () => ({ closeButtonProps: { 'aria-label': t('common.close') } })

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
