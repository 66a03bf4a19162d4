/** Somebody changed the annotation while it was worked on here: nothing is overwritten without asking. */

import { t } from '@labelwright/i18n'
import { Button, Group, Modal, Text } from '@mantine/core'
import type { OvertakenWork } from '../../core/handover'
import { personOf } from '../../core/people'
import { useEditor } from '../context'
import { ageOf } from '../versions/age'

export default function OvertakenDialog({ overtaken: { theirs, by } }: { overtaken: OvertakenWork }) {
  const { handover } = useEditor()
  const age = ageOf(theirs.updated_at ?? theirs.created_at ?? new Date().toISOString(), 'long')
  return (
    <Modal
      opened
      size="lg"
      title={t('versions.overtaken')}
      onClose={() => handover.overtaken.set(undefined)}
      closeButtonProps={{ 'aria-label': t('editor.close') }}
    >
      <Text size="sm">
        {by === '' ? t('versions.overtakenMore', { age }) : t('versions.overtakenBy', { age, name: personOf(by).name })}
      </Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" data-autofocus onClick={() => handover.compareWithTheirs()}>
          {t('versions.seeDifferences')}
        </Button>
        <Button variant="default" onClick={() => handover.takeTheirs()}>
          {t('versions.takeTheirs')}
        </Button>
        <Button onClick={() => void handover.keepMine()}>{t('versions.keepMine')}</Button>
      </Group>
    </Modal>
  )
}
