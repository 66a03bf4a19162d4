import {
  address,
  type Column,
  createView,
  deleteView,
  listViews,
  orderViews,
  updateView,
  type View,
} from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { toast, toastError } from '../kit/toast.tsx'
import { viewsQuery } from './queries.ts'
import type { DraftState } from './tabDrafts.ts'
import { toastUndo } from './toastUndo.tsx'
import { useKept } from './useKept.ts'
import { useTabDrafts } from './useTabDrafts.ts'
import { type Change, fromViewData, type TableView, toViewData } from './view.ts'

/** Tabs belong to everybody: what others change is seen after so long. */
const REFRESH = 30_000

export interface Tabs {
  list: readonly View[]
  active: View | undefined
  view: TableView
  isPending: boolean
  /** The address names a tab that is not there (any more). */
  isMissing: boolean
  change: (change: Change) => void
  /** How the open tab's changes stand that are not saved. */
  unsaved: DraftState | undefined
  save: () => void
  /** Where somebody else has changed the same. */
  resolve: (whose: 'mine' | 'theirs') => void
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
  const drafts = useTabDrafts(project, columns, views.dataUpdatedAt)
  const kept = useKept(project, columns)
  const saved = useMemo(() => active && fromViewData(active.data, columns), [active, columns])
  const draft = active && drafts.drafts[active.id]
  const changes = draft?.changes
  const view = useMemo(() => (saved ? { ...saved, ...changes } : kept.view), [saved, changes, kept.view])

  const known = () => client.getQueryData<View[]>(queryKey) ?? []
  const set = async (next: (before: View[]) => View[]) => {
    // An answer that was asked for before must not bring back what was.
    await client.cancelQueries({ queryKey })
    client.setQueryData(queryKey, next(known()))
  }
  const open = (to: number | undefined) =>
    void navigate({ to: '/projects/$project/data', params: { project }, search: to === undefined ? {} : { tab: to } })

  const attempt = async (work: () => Promise<void>) => {
    try {
      await drafts.flush()
      await work()
    } catch (error) {
      toastError(error)
    }
    await client.invalidateQueries({ queryKey })
  }
  const add = async (title: string, of: TableView, before?: View) => {
    const made = await createView(project, toViewData(title, of, before?.data))
    await set((all) => [...all, made])
    open(made.id)
  }

  return {
    list,
    active,
    view,
    isPending: views.isPending,
    isMissing: tab !== undefined && !views.isPending && !active,
    change: (change) => (active ? drafts.change(active, change) : kept.change(change)),
    unsaved: draft?.state,
    save: () => void drafts.flush(),
    resolve: (whose) => active && void drafts.resolve(active.id, whose),
    reset: kept.reset,
    isChanged: kept.isChanged,
    open,
    create: (title) =>
      attempt(async () => {
        await add(title, view)
        if (!active) kept.reset()
      }),
    rename: (target, title) =>
      attempt(async () => {
        // Of what others changed meanwhile only the name is replaced.
        const [now] = (await listViews(project)).filter((one) => one.id === target.id)
        const made = await updateView(target.id, { ...(now ?? target).data, title })
        await set((all) => all.map((one) => (one.id === made.id ? made : one)))
      }),
    duplicate: (target) =>
      attempt(() => add(t('data.copy_of', { title: target.data.title }), fromViewData(target.data, columns), target)),
    move: (target, to) =>
      attempt(async () => {
        const rest = known().filter((one) => one.id !== target.id)
        const next = [...rest.slice(0, to), target, ...rest.slice(to)]
        await set(() => next)
        await orderViews(
          project,
          next.map((one) => one.id),
        )
      }),
    remove: (target) =>
      attempt(async () => {
        const at = list.indexOf(target)
        await deleteView(target.id)
        drafts.forget(target.id)
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
