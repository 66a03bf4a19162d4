import { address, type Column, createView, deleteView, orderViews, updateView, type View } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { toast, toastError } from '../kit/toast.tsx'
import { completed } from './filters.ts'
import { readKept, writeKept } from './kept.ts'
import { viewsQuery } from './queries.ts'
import { toastUndo } from './toastUndo.tsx'
import { defaultView, fromViewData, type TableView, toViewData } from './view.ts'

const SAVE_AFTER = 600
/** Tabs belong to everybody: what others change is seen after so long. */
const REFRESH = 30_000
/** The tab of all tasks is nobody's, and stays in this browser tab. */
const ALL = 0
const NO_DRAFTS: Readonly<Record<number, TableView>> = {}

export interface Tabs {
  list: readonly View[]
  active: View | undefined
  view: TableView
  isPending: boolean
  /** The address names a tab that is not there (any more). */
  isMissing: boolean
  change: (change: Partial<TableView>) => void
  /** All tasks again as at first. */
  reset: () => void
  isChanged: boolean
  open: (tab: number | undefined) => void
  create: (title: string) => Promise<void>
  rename: (tab: View, title: string) => Promise<void>
  duplicate: (tab: View) => Promise<void>
  move: (tab: View, to: number) => Promise<void>
  remove: (tab: View) => Promise<void>
  share: (tab: View) => Promise<void>
}

/** The saved views of a project and the one that is open; what is changed in an open one is saved by itself. */
export function useTabs(project: number, columns: readonly Column[], tab: number | undefined): Tabs {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { queryKey } = viewsQuery(project)
  const views = useQuery({ ...viewsQuery(project), refetchInterval: REFRESH })
  const list = views.data ?? []
  const active = list.find((view) => view.id === tab)
  const id = active?.id ?? ALL
  const [drafts, setDrafts] = useState((): Readonly<Record<number, TableView>> => {
    const kept = readKept(project)
    return kept === undefined ? NO_DRAFTS : { [ALL]: { ...defaultView(columns), ...kept } }
  })
  const saved = useMemo(() => (active ? fromViewData(active.data, columns) : defaultView(columns)), [active, columns])
  const view = drafts[id] ?? saved

  const known = () => client.getQueryData<View[]>(queryKey) ?? []
  const put = (made: View) =>
    client.setQueryData(
      queryKey,
      known().map((one) => (one.id === made.id ? made : one)),
    )
  const save = useSaving(async (target: number, next: TableView) => {
    const before = known().find((one) => one.id === target)
    if (!before) return
    put(await updateView(target, toViewData(before.data.title, next, before.data)))
    // What is not written to its end is not saved, and must not vanish under somebody's hands.
    const isWhole = JSON.stringify(completed(next.filters)) === JSON.stringify(next.filters)
    setDrafts(({ [target]: draft, ...others }) =>
      draft === next && isWhole ? others : { ...others, ...(draft && { [target]: draft }) },
    )
  })

  const open = (to: number | undefined) =>
    void navigate({ to: '/projects/$project/data', params: { project }, search: to === undefined ? {} : { tab: to } })

  const change = (part: Partial<TableView>) => {
    const next = { ...view, ...part }
    setDrafts((before) => ({ ...before, [id]: next }))
    if (active) save.later(active.id, next)
    else writeKept(project, next)
  }
  const reset = () => {
    setDrafts(({ [ALL]: _, ...others }) => others)
    writeKept(project, undefined)
  }

  const attempt = async (work: () => Promise<void>) => {
    try {
      await save.now()
      await work()
    } catch (error) {
      toastError(error)
    }
    await client.invalidateQueries({ queryKey })
  }
  const add = async (title: string, of: TableView, before?: View) => {
    const made = await createView(project, toViewData(title, of, before?.data))
    client.setQueryData(queryKey, [...known(), made])
    open(made.id)
  }

  return {
    list,
    active,
    view,
    isPending: views.isPending,
    isMissing: tab !== undefined && !views.isPending && !active,
    change,
    reset,
    isChanged: drafts[ALL] !== undefined,
    open,
    create: (title) =>
      attempt(async () => {
        await add(title, view)
        if (!active) reset()
      }),
    rename: (target, title) =>
      attempt(async () => {
        const before = known().find((one) => one.id === target.id) ?? target
        put(await updateView(target.id, { ...before.data, title }))
      }),
    duplicate: (target) =>
      attempt(() => add(t('data.copy_of', { title: target.data.title }), fromViewData(target.data, columns), target)),
    move: (target, to) =>
      attempt(async () => {
        const rest = known().filter((one) => one.id !== target.id)
        const next = [...rest.slice(0, to), target, ...rest.slice(to)]
        client.setQueryData(queryKey, next)
        await orderViews(
          project,
          next.map((one) => one.id),
        )
      }),
    remove: (target) =>
      attempt(async () => {
        const at = list.indexOf(target)
        await deleteView(target.id)
        if (target.id === tab) open(undefined)
        const back = async () => {
          const made = await createView(project, target.data)
          const ids = known().map((one) => one.id)
          await orderViews(project, [...ids.slice(0, at), made.id, ...ids.slice(at)])
        }
        toastUndo(t('data.tab_deleted', { title: target.data.title }), () => void attempt(back))
      }),
    share: async (target) => {
      const link = address(`projects/${project}/data`, { tab: target.id })
      // Browsers have no clipboard for pages without encryption.
      await navigator.clipboard?.writeText(link)
      toast(navigator.clipboard ? t('data.link_copied') : link)
    },
  }
}

/** Saves what was changed last when nothing more has been changed for a moment, or when the page is left. */
function useSaving(save: (target: number, view: TableView) => Promise<void>) {
  const waiting = useRef<{ target: number; view: TableView; timer: ReturnType<typeof setTimeout> }>(undefined)
  const current = useRef(save)
  current.current = save
  const [saving] = useState(() => {
    const now = async (): Promise<void> => {
      const last = waiting.current
      if (!last) return
      clearTimeout(last.timer)
      waiting.current = undefined
      await current.current(last.target, last.view)
    }
    const later = (target: number, view: TableView): void => {
      if (waiting.current && waiting.current.target !== target) now().catch(toastError)
      clearTimeout(waiting.current?.timer)
      waiting.current = { target, view, timer: setTimeout(() => now().catch(toastError), SAVE_AFTER) }
    }
    return { now, later }
  })
  useEffect(() => {
    const leave = () => void saving.now().catch(toastError)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [saving])
  return saving
}
