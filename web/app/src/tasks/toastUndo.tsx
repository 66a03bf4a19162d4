import { t } from '@labelwright/i18n'
import { Anchor, Group } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { notify } from '../kit/toast.tsx'

let count = 0

/** Says what was done, with the way back. */
export function toastUndo(message: string, undo: () => void, milliseconds = 10_000): void {
  const id = `undo-${++count}`
  const back = async () => {
    const { notifications } = await import('../kit/notifications.ts')
    notifications.hide(id)
    undo()
  }
  void notify({
    id,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Anchor component="button" type="button" size="sm" fw={600} onClick={() => void back()}>
          {t('data.undo')}
        </Anchor>
      </Group>
    ),
    color: 'teal',
    icon: <IconArrowBackUp size={18} />,
    autoClose: milliseconds,
  })
}
