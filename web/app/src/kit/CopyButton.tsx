import { t } from '@labelwright/i18n'
import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'

export function CopyButton({ value }: { value: string }) {
  const clipboard = useClipboard({ timeout: 2000 })
  return (
    <Button
      variant="light"
      leftSection={clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      onClick={() => clipboard.copy(value)}
    >
      {clipboard.copied ? t('common.copied') : t('common.copy')}
    </Button>
  )
}
