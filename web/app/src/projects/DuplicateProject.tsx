import { duplicateProject, type Project } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { watch } from '../jobs/watched.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { messageOf } from '../kit/message.ts'
import { toast } from '../kit/toast.tsx'

const LONGEST_TITLE = 50

interface Props {
  project: Project
  opened: boolean
  onClose: () => void
}

export function DuplicateProject({ project, opened, onClose }: Props) {
  return (
    <Dialog opened={opened} onClose={onClose} title={t('settings.duplicate')}>
      <DuplicateForm project={project} onClose={onClose} />
    </Dialog>
  )
}

function DuplicateForm({ project, onClose }: Omit<Props, 'opened'>) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const count = project.task_number ?? 0
  const [title, setTitle] = useState(() => proposed(project.title))
  const [withTasks, setWithTasks] = useState(count > 0)
  const copy = useMutation({
    mutationFn: () => duplicateProject(project.id, title.trim(), withTasks),
    onSuccess: async ({ project: made, job }) => {
      if (job) watch(job)
      toast(job ? t('settings.duplicate_begun') : t('settings.duplicate_done', { title: made.title }))
      onClose()
      await client.invalidateQueries({ queryKey: ['projects'] })
      await navigate({ to: '/projects/$project/data', params: { project: made.id } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    copy.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('settings.duplicate_hint')}
        </Text>
        <TextInput
          label={t('setup.project_name')}
          data-autofocus
          maxLength={LONGEST_TITLE}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {count > 0 && (
          <Checkbox
            label={t('settings.duplicate_tasks', { count })}
            checked={withTasks}
            onChange={(event) => setWithTasks(event.currentTarget.checked)}
          />
        )}
        {copy.isError && (
          <Alert color="red" role="alert">
            {messageOf(copy.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={title.trim() === ''} loading={copy.isPending}>
            {t('settings.duplicate_start')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The project's own name and that this is a copy, as long as a name may be. */
function proposed(title: string): string {
  const room = LONGEST_TITLE - t('settings.duplicate_title', { title: '' }).length
  return t('settings.duplicate_title', { title: title.slice(0, room) })
}
