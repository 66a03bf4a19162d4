import { deleteAllTasks, type Project } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { toast, toastError } from '../kit/toast.tsx'
import { DeleteProject } from '../projects/ProjectCard.tsx'
import { projectQuery } from '../projects/queries.ts'
import { tasksKey } from '../tasks/key.ts'

export function DangerZone({ project }: { project: Project }) {
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'tasks' | 'project'>()
  return (
    <Stack>
      <Danger
        title={t('settings.delete_all_tasks')}
        hint={t('settings.delete_all_tasks_hint', { count: project.task_number ?? 0 })}
        disabled={!project.task_number}
        onClick={() => setAsking('tasks')}
      />
      <Danger
        title={t('settings.delete_project')}
        hint={t('settings.delete_project_warning')}
        onClick={() => setAsking('project')}
      />
      <DeleteTasks project={project} opened={asking === 'tasks'} onClose={() => setAsking(undefined)} />
      <DeleteProject
        project={project}
        opened={asking === 'project'}
        onClose={() => setAsking(undefined)}
        onDeleted={() => void navigate({ to: '/projects' })}
      />
    </Stack>
  )
}

interface DangerProps {
  title: string
  hint: string
  disabled?: boolean
  onClick: () => void
}

function Danger({ title, hint, disabled = false, onClick }: DangerProps) {
  return (
    <Paper p="lg" className="lw-surface">
      <Group justify="space-between" wrap="nowrap" gap="lg">
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        </div>
        <Button color="red" variant="light" onClick={onClick} disabled={disabled} style={{ flexShrink: 0 }}>
          {title}
        </Button>
      </Group>
    </Paper>
  )
}

interface DeleteTasksProps {
  project: Project
  opened: boolean
  onClose: () => void
}

/** Months of work can hang on this: the project's name has to be written. */
function DeleteTasks({ project, opened, onClose }: DeleteTasksProps) {
  const client = useQueryClient()
  const [name, setName] = useState('')
  const remove = useMutation({
    mutationFn: () => deleteAllTasks(project.id),
    onError: toastError,
    onSuccess: async () => {
      toast(t('settings.tasks_deleted'))
      onClose()
      await client.invalidateQueries({ queryKey: projectQuery(project.id).queryKey })
      await client.invalidateQueries({ queryKey: tasksKey(project.id) })
    },
  })
  return (
    <Dialog opened={opened} onClose={onClose} title={t('settings.delete_all_tasks')}>
      <Stack>
        <Text>{t('settings.delete_all_tasks_hint', { count: project.task_number ?? 0 })}</Text>
        <TextInput
          label={t('settings.type_name', { title: project.title })}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            color="red"
            disabled={name !== project.title}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {t('settings.delete_for_ever')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
