import { t } from '@labelwright/i18n'
import type { NotificationData } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { messageOf } from './message.ts'

/** Short messages in the corner. What shows them is loaded with the first one. */

const load = () => import('./notifications.ts')
const Notifications = lazy(async () => ({ default: (await load()).Notifications }))
let wanted = false
const listeners = new Set<() => void>()

export function toast(message: string): void {
  void notify({ message, role: 'status', color: 'teal', icon: <IconCheck size={18} />, autoClose: 4000 })
}

export function toastError(error: unknown): void {
  void notify({ message: messageOf(error), color: 'red', icon: <IconAlertTriangle size={18} />, autoClose: 10_000 })
}

/** A message with anything in it. */
export async function notify(data: NotificationData): Promise<void> {
  wanted = true
  for (const listener of listeners) listener()
  const { notifications } = await load()
  notifications.show({ withBorder: true, closeButtonProps: { 'aria-label': t('common.close') }, ...data })
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => wanted,
  )
  return shown ? (
    <Suspense>
      <Notifications position="bottom-right" />
    </Suspense>
  ) : null
}
