import '@mantine/core/styles/Notification.css'
import '@mantine/notifications/styles.css'

/** With its styles, as one chunk. */
export { Notifications, notifications } from '@mantine/notifications'
