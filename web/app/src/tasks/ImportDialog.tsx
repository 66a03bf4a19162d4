import { deleteUploads, type Project } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { messageOf } from '../kit/message.ts'
import { toast } from '../kit/toast.tsx'
import { projectQuery } from '../projects/queries.ts'
import { commitUploads } from '../setup/commit.ts'
import { DataStep } from '../setup/DataStep.tsx'
import { isBusy, uploadIds } from '../setup/uploads.ts'
import { useUploads } from '../setup/useUploads.ts'
import { tasksKey } from './key.ts'

interface ImportDialogProps {
  project: Project
  opened: boolean
  onClose: () => void
}

export function ImportDialog({ project, opened, onClose }: ImportDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={t('tasks.import_title')} size="xl" closeOnClickOutside={false}>
      {opened && <ImportForm project={project} onClose={onClose} />}
    </Dialog>
  )
}

function ImportForm({ project, onClose }: Omit<ImportDialogProps, 'opened'>) {
  const client = useQueryClient()
  const [asTasks, setAsTasks] = useState(true)
  const uploads = useUploads(useCallback(async () => project.id, [project.id]))
  const ids = uploadIds(uploads.list)

  const commit = useMutation({
    mutationFn: () => commitUploads(project.id, uploads.list, asTasks),
    onSuccess: async (answer) => {
      onClose()
      if (!answer) return
      toast(t('tasks.imported', { count: answer.task_count }))
      await Promise.all([
        client.invalidateQueries({ queryKey: tasksKey(project.id) }),
        client.invalidateQueries({ queryKey: projectQuery(project.id).queryKey }),
        client.invalidateQueries({ queryKey: ['columns', project.id] }),
        client.invalidateQueries({ queryKey: ['projects'] }),
      ])
    },
  })

  const cancel = () => {
    // Nothing of what was only staged stays behind.
    if (ids.length > 0) void deleteUploads(project.id, ids).catch(() => undefined)
    onClose()
  }

  return (
    <Stack>
      <DataStep uploads={uploads} asTasks={asTasks} onAsTasks={setAsTasks} />
      {commit.isError && (
        <Alert color="red" role="alert" title={t('tasks.not_imported')} style={{ whiteSpace: 'pre-wrap' }}>
          {messageOf(commit.error)}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={cancel}>
          {t('common.cancel')}
        </Button>
        <Button
          disabled={ids.length === 0 || isBusy(uploads.list)}
          loading={commit.isPending}
          onClick={() => commit.mutate()}
        >
          {t('tasks.import')}
        </Button>
      </Group>
    </Stack>
  )
}
