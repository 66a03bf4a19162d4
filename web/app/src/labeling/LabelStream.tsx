import type { OpenTask, Project, TaskQuery } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Center, Loader, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconCloudOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { useSaid } from '../kit/useSaid.tsx'
import { projectQuery } from '../projects/queries.ts'
import { useUser } from '../session/session.ts'
import { tasksKey } from '../tasks/key.ts'
import { isReachable, useReachable } from './connection.ts'
import { DONE } from './done.ts'
import { EditorHost } from './EditorHost.tsx'
import { editorEvents } from './events.ts'
import { LabelingBar } from './LabelingBar.tsx'
import classes from './labeling.module.css'
import { asDisplayed, Stream } from './stream.ts'
import { useOutbox } from './useOutbox.ts'

type Place =
  | { kind: 'loading' }
  | { kind: 'task'; task: OpenTask }
  | { kind: 'done' }
  | { kind: 'failed'; error: unknown }

/** One task after another, until there is none. */
export default function LabelStream({ project }: { project: Project }) {
  const client = useQueryClient()
  const user = useUser()
  const outbox = useOutbox()
  const reachable = useReachable()
  const stream = useRef<Stream>(undefined)
  const displayed = useLocation({ select: (location) => location.state.displayed })
  stream.current ??= new Stream(
    project.id,
    outbox,
    displayed ? asDisplayed(JSON.parse(displayed) as TaskQuery) : undefined,
  )
  const { region, say } = useSaid()
  const [place, setPlace] = useState<Place>({ kind: 'loading' })

  const show = useCallback(
    (task: OpenTask | undefined) => setPlace(task ? { kind: 'task', task } : { kind: 'done' }),
    [],
  )
  const load = useCallback(async () => {
    setPlace({ kind: 'loading' })
    try {
      show(await stream.current?.current())
    } catch (error) {
      setPlace({ kind: 'failed', error })
    }
  }, [show])

  useEffect(() => void load(), [load])

  const away = useRef(false)
  const stuck = place.kind === 'failed'
  useEffect(() => {
    if (!reachable) away.current = true
    if (!reachable || !away.current) return
    away.current = false
    // Back: go on where nothing was there to go on with; else what is on screen stays, and the next is looked up.
    if (stuck) void load()
    else void stream.current?.current().catch(() => undefined)
  }, [reachable, stuck, load])

  const refresh = () => {
    void client.invalidateQueries({ queryKey: tasksKey(project.id) })
    void client.invalidateQueries({ queryKey: projectQuery(project.id).queryKey })
  }

  const advance = async (action: keyof typeof DONE) => {
    try {
      const next = await stream.current?.advance()
      show(next?.task)
      say(`${t(DONE[action])} ${next?.task ? t('editor.taskId', { id: String(next.task.id) }) : t('labeling.done')}`)
      const settled = await next?.settled
      if (settled?.id !== next?.task?.id && isReachable()) show(settled)
    } catch (error) {
      setPlace({ kind: 'failed', error })
    }
    refresh()
  }

  return (
    <div className="lw-full">
      <LabelingBar project={project} outbox={outbox} />
      {region}
      <div className={classes.stage}>
        {place.kind === 'loading' && (
          <Center>
            <Loader role="status" aria-label={t('common.loading')} />
          </Center>
        )}
        {place.kind === 'failed' &&
          (isReachable() ? <Failure error={place.error} retry={() => void load()} /> : <Waiting />)}
        {place.kind === 'done' && <NothingLeft project={project} onRetry={() => void load()} />}
        {place.kind === 'task' && (
          <EditorHost
            key={place.task.id}
            project={project}
            task={place.task}
            stream
            on={{
              ...editorEvents({
                project: project.id,
                task: place.task.id,
                user: user.id,
                outbox,
                handedOver: (action) => void advance(action),
              }),
              reopen: () => void load(),
            }}
          />
        )}
      </div>
    </div>
  )
}

function Waiting() {
  return (
    <Center role="status">
      <Stack align="center" gap="sm" maw={440} ta="center">
        <IconCloudOff size={52} stroke={1.3} aria-hidden />
        <Title order={1}>{t('labeling.offline')}</Title>
        <Text c="dimmed">{t('labeling.offline_hint')}</Text>
      </Stack>
    </Center>
  )
}

function NothingLeft({ project, onRetry }: { project: Project; onRetry: () => void }) {
  const title = useRef<HTMLHeadingElement>(null)
  // It was in the editor that has gone.
  useEffect(() => title.current?.focus(), [])
  return (
    <Center>
      <Stack align="center" gap="sm" maw={440} ta="center">
        <IconCircleCheck size={56} stroke={1.3} color="var(--mantine-color-teal-6)" aria-hidden />
        <Title ref={title} order={1} tabIndex={-1}>
          {t('labeling.done')}
        </Title>
        <Text c="dimmed">{t('labeling.done_hint')}</Text>
        <Button
          component={Link}
          {...({ to: '/projects/$project/data', params: { project: project.id } } as object)}
          variant="light"
        >
          {t('labeling.back_to_list')}
        </Button>
        <Button variant="subtle" onClick={onRetry}>
          {t('labeling.look_again')}
        </Button>
      </Stack>
    </Center>
  )
}
