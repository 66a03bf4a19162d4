import { getTask, type OpenTask as Opened, type Project } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Center, Loader } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { toast } from '../kit/toast.tsx'
import { useSaid } from '../kit/useSaid.tsx'
import { projectQuery } from '../projects/queries.ts'
import { useUser } from '../session/session.ts'
import { tasksKey } from '../tasks/key.ts'
import { DONE } from './done.ts'
import { EditorHost } from './EditorHost.tsx'
import { editorEvents } from './events.ts'
import classes from './labeling.module.css'
import type { Outbox } from './outbox.ts'

interface OpenTaskProps {
  project: Project
  outbox: Outbox
  task: number
  annotation?: number
  region?: string
  /** The list of tasks stands there too. */
  beside?: boolean
}

/** One task with all its annotations, and whatever may be added. */
export function OpenTask({ project, outbox, task: id, annotation, region, beside = false }: OpenTaskProps) {
  const client = useQueryClient()
  const user = useUser()
  const navigate = useNavigate()
  const { region: said, say } = useSaid()
  // After each submission the task is read again and the editor opens anew, at the annotation that was just made.
  const [round, setRound] = useState({ number: 0, open: annotation })
  const task = useQuery({
    queryKey: ['task', id, round.number],
    queryFn: () => getTask(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: (before: Opened | undefined) => (before?.id === id ? before : undefined),
  })

  /** Keeps the address in step, so that reloading comes back to the same annotation. */
  const remember = (open: number | undefined) =>
    void navigate({
      to: '/projects/$project/data',
      params: { project: project.id },
      search: ({ annotation: _, region: __, ...before }) =>
        open === undefined ? before : { ...before, annotation: open },
      replace: true,
      state: (before) => before,
    })

  const reopen = async (how: 'sent' | 'kept') => {
    if (how === 'kept') return toast(t('labeling.kept'))
    const stored = await getTask(id).catch(() => undefined)
    if (stored) {
      client.setQueryData(['task', id, round.number + 1], stored)
      const mine = stored.annotations.filter((one) => authorOf(one.completed_by) === user.id)
      setRound({ number: round.number + 1, open: mine.at(-1)?.id })
    }
    void client.invalidateQueries({ queryKey: tasksKey(project.id) })
    void client.invalidateQueries({ queryKey: projectQuery(project.id).queryKey })
  }

  return (
    <div className={classes.stage}>
      {said}
      {task.isPending && (
        <Center>
          <Loader role="status" aria-label={t('common.loading')} />
        </Center>
      )}
      {task.isLoadingError && <Failure error={task.error} retry={() => void task.refetch()} />}
      {task.data && (
        <EditorHost
          key={`${id}-${round.number}`}
          project={project}
          task={task.data}
          {...(round.open !== undefined && { annotation: round.open })}
          {...(region !== undefined && { region })}
          beside={beside}
          on={{
            ...editorEvents({
              project: project.id,
              task: id,
              user: user.id,
              outbox,
              handedOver: (action, how) => {
                if (how === 'sent') say(t(DONE[action]))
                void reopen(how)
              },
            }),
            reopen: () => void reopen('sent'),
            selectAnnotation: ({ annotationId }) => remember(annotationId),
          }}
        />
      )}
    </div>
  )
}

function authorOf(completedBy: Opened['annotations'][number]['completed_by']): number | null {
  return typeof completedBy === 'object' ? (completedBy?.id ?? null) : completedBy
}
