import type { Project } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { ActionIcon, Center, Group, Text, Title } from '@mantine/core'
import { IconArrowsDiagonal, IconBraces, IconX } from '@tabler/icons-react'
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { OpenTask } from '../labeling/OpenTask.tsx'
import { OutboxStatus } from '../labeling/OutboxStatus.tsx'
import { useOutbox } from '../labeling/useOutbox.ts'
import { Splitter } from './Splitter.tsx'
import classes from './tasks.module.css'
import type { TaskListState } from './useTaskList.ts'

interface TaskBesideProps {
  project: Project
  list: TaskListState
  onJson: (task: number) => void
}

/** A task beside the list it is in: the editor itself. */
export function TaskBeside({ project, list, onJson }: TaskBesideProps) {
  const navigate = useNavigate()
  const outbox = useOutbox()
  const pane = useRef<HTMLElement>(null)
  const { annotation, region } = useSearch({ from: '/inside/projects/$project/data' })
  const place = useLocation({ select: (location) => location.state.place })
  const task = list.beside
  const enlarge = () =>
    void navigate({
      to: '/projects/$project/data',
      params: { project: project.id },
      search: ({ beside: _, ...before }) => before,
      state: place ? { place } : {},
    })
  return (
    <>
      <Splitter pane={pane} />
      <section ref={pane} className={classes.beside} aria-label={t('data.beside')} data-keys>
        <Group className={classes.besideHead} gap={4} wrap="nowrap">
          <Title order={2} size="h5" mr="auto">
            {task === undefined ? t('data.beside') : t('data.task', { id: String(task) })}
          </Title>
          <OutboxStatus outbox={outbox} />
          {task !== undefined && (
            <>
              <ActionIcon aria-label={t('data.json')} title={t('data.json')} onClick={() => onJson(task)}>
                <IconBraces size={18} />
              </ActionIcon>
              <ActionIcon aria-label={t('data.enlarge')} title={t('data.enlarge')} onClick={enlarge}>
                <IconArrowsDiagonal size={18} />
              </ActionIcon>
            </>
          )}
          <ActionIcon aria-label={t('common.close')} title={t('common.close')} onClick={list.closeBeside}>
            <IconX size={18} />
          </ActionIcon>
        </Group>
        {task === undefined ? (
          <Center flex={1} p="lg">
            <Text c="dimmed">{t('data.beside_hint')}</Text>
          </Center>
        ) : (
          <OpenTask
            key={task}
            project={project}
            outbox={outbox}
            task={task}
            beside
            {...(annotation !== undefined && { annotation })}
            {...(region !== undefined && { region })}
          />
        )}
      </section>
    </>
  )
}
