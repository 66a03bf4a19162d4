import { t } from '@labelwright/i18n'
import { Button, Group, Stack, Text } from '@mantine/core'
import { Dialog } from '../kit/Dialog.tsx'
import type { Orphans } from './orphans.ts'
import classes from './settings.module.css'

interface OrphansDialogProps {
  orphans: Orphans | undefined
  onKeep: () => void
  onSave: () => void
}

/** Before a config is saved that annotations do not fit any more. */
export function OrphansDialog({ orphans, onKeep, onSave }: OrphansDialogProps) {
  return (
    <Dialog opened={orphans !== undefined} onClose={onKeep} title={t('config.orphans_title')} size="lg">
      {orphans && (
        <Stack>
          {orphans.refused.length > 0 && <Text size="sm">{t('config.orphans_refused')}</Text>}
          {orphans.refused.map((message) => (
            <Text key={message} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {message}
            </Text>
          ))}
          {orphans.labels.length > 0 && (
            <>
              <Text size="sm">{t('config.orphans_labels')}</Text>
              <ul className={classes.orphans}>
                {orphans.labels.map((one) => (
                  <li key={one.label}>{t('config.orphans_label', { ...one })}</li>
                ))}
              </ul>
            </>
          )}
          {orphans.refused.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('config.orphans_stay')}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onKeep} data-autofocus>
              {t('config.orphans_keep')}
            </Button>
            {orphans.refused.length === 0 && (
              <Button color="red" onClick={onSave}>
                {t('config.orphans_save')}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}
