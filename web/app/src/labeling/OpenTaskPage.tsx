import { getTask, type OpenTask, type Project } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Center, Loader } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { toast } from '../kit/toast.tsx'
import { projectQuery } from '../projects/queries.ts'
import { useUser } from '../session/session.ts'
import { tasksKey } from '../tasks/useTaskPages.ts'
import { EditorHost } from './EditorHost.tsx'
import { editorEvents } from './events.ts'
import { LabelingBar } from './LabelingBar.tsx'
import classes from './labeling.module.css'
import { Neighbours } from './Neighbours.tsx'
import { useOutbox } from './useOutbox.ts'

interface OpenTaskPageProps {
  project: Project
  task: number
  annotation?: number
  region?: string
}

/** One task, chosen by the person: all its annotations, and whatever may be added. */
export default function OpenTaskPage({ project, task: id, annotation, region }: OpenTaskPageProps) {
  const client = useQueryClient()
  const user = useUser()
  const navigate = useNavigate()
  const outbox = useOutbox()
  const place = useLocation({ select: (location) => location.state.place })
  // After each submission the task is read again and the editor opens anew, at the annotation that was just made.
  const [round, setRound] = useState({ number: 0, open: annotation })
  const task = useQuery({
    queryKey: ['task', id, round.number],
    queryFn: () => getTask(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: (before: OpenTask | undefined) => (before?.id === id ? before : undefined),
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
    <div className="lw-full">
      <LabelingBar project={project} outbox={outbox}>
        {place && <Neighbours project={project.id} place={place} />}
      </LabelingBar>
      <div className={classes.stage}>
        {task.isPending && (
          <Center>
            <Loader aria-label={t('common.loading')} />
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
            on={{
              ...editorEvents({
                project: project.id,
                task: id,
                user: user.id,
                outbox,
                handedOver: (_, how) => void reopen(how),
              }),
              reopen: () => void reopen('sent'),
              selectAnnotation: ({ annotationId }) => remember(annotationId),
            }}
          />
        )}
      </div>
    </div>
  )
}

function authorOf(completedBy: OpenTask['annotations'][number]['completed_by']): number | null {
  return typeof completedBy === 'object' ? (completedBy?.id ?? null) : completedBy
}
