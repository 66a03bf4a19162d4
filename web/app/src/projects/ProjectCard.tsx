import { deleteProject, type Project } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { ActionIcon, Badge, Button, Group, Menu, Progress, Stack, Text, Tooltip } from '@mantine/core'
import { IconCopy, IconDots, IconPin, IconPinned, IconSettings, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type CSSProperties, useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { toast, toastError } from '../kit/toast.tsx'
import { DuplicateProject } from './DuplicateProject.tsx'
import { useUpdateProject } from './queries.ts'

export function ProjectCard({ project }: { project: Project }) {
  const update = useUpdateProject(project.id)
  const [deleting, setDeleting] = useState(false)
  const [duplicating, setDuplicating] = useState(false)
  const total = project.task_number ?? 0
  const done = project.finished_task_number ?? 0
  const pinned = project.pinned_at !== null
  const pin = () => update.mutate({ pinned_at: pinned ? null : new Date().toISOString() }, { onError: toastError })
  const pinLabel = pinned ? t('projects.unpin', { title: project.title }) : t('projects.pin', { title: project.title })

  return (
    <article className="lw-card" style={stripe(project.color)}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <CardLink project={project} />
        <Group gap={2} wrap="nowrap" className="lw-above">
          <Tooltip label={pinned ? t('projects.unpin_short') : t('projects.pin_short')}>
            <ActionIcon aria-label={pinLabel} aria-pressed={pinned} onClick={pin} color={pinned ? 'teal' : 'gray'}>
              {pinned ? <IconPinned size={17} /> : <IconPin size={17} />}
            </ActionIcon>
          </Tooltip>
          <Menu width={200}>
            <Menu.Target>
              <ActionIcon aria-label={t('projects.menu', { title: project.title })}>
                <IconDots size={17} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                component={Link}
                {...({ to: '/projects/$project/settings/{-$section}', params: { project: project.id } } as object)}
                leftSection={<IconSettings size={16} />}
              >
                {t('settings.title')}
              </Menu.Item>
              <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => setDuplicating(true)}>
                {t('settings.duplicate')}
              </Menu.Item>
              <Menu.Item
                color="var(--mantine-color-error)"
                leftSection={<IconTrash size={16} />}
                onClick={() => setDeleting(true)}
              >
                {t('settings.delete_project')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" lineClamp={2} mih={40}>
        {project.description || (project.is_draft ? t('projects.draft_hint') : '')}
      </Text>
      <Stack gap={6} mt="auto">
        <Progress
          value={total === 0 ? 0 : (100 * done) / total}
          size="sm"
          aria-label={t('projects.progress', { title: project.title })}
        />
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            {total === 0 ? t('projects.no_tasks') : t('projects.done_of', { done, total })}
          </Text>
          {project.is_draft ? <Badge color="yellow">{t('projects.draft')}</Badge> : <Annotations project={project} />}
        </Group>
      </Stack>
      <DuplicateProject project={project} opened={duplicating} onClose={() => setDuplicating(false)} />
      <DeleteProject project={project} opened={deleting} onClose={() => setDeleting(false)} />
    </article>
  )
}

/** White is what a project has that nobody gave a colour. */
function stripe(color: string): CSSProperties {
  return color.toUpperCase() === '#FFFFFF' ? {} : { boxShadow: `inset 4px 0 0 ${color}` }
}

function CardLink({ project }: { project: Project }) {
  const title = project.title || t('projects.untitled')
  return project.is_draft ? (
    <Link to="/projects/create" search={{ draft: project.id }} className="lw-card-link">
      {title}
    </Link>
  ) : (
    <Link to="/projects/$project/data" params={{ project: project.id }} className="lw-card-link">
      {title}
    </Link>
  )
}

function Annotations({ project }: { project: Project }) {
  const count = project.total_annotations_number ?? 0
  return count === 0 ? null : <Badge color="gray">{t('projects.annotations', { count })}</Badge>
}

interface DeleteProjectProps {
  project: Project
  opened: boolean
  onClose: () => void
  onDeleted?: () => void
}

export function DeleteProject({ project, opened, onClose, onDeleted }: DeleteProjectProps) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => deleteProject(project.id),
    onError: toastError,
    onSuccess: async () => {
      toast(t('settings.project_deleted', { title: project.title }))
      onClose()
      onDeleted?.()
      await client.invalidateQueries({ queryKey: ['projects'] })
    },
  })
  return (
    <Dialog opened={opened} onClose={onClose} title={t('settings.delete_project_title')}>
      <Stack>
        <Text>{t('settings.delete_project_hint', { title: project.title, count: project.task_number ?? 0 })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('settings.delete_for_ever')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
