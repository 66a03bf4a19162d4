import { type Column, createView, deleteView, listViews, updateView, type View } from '@labelwright/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { toastError } from '../kit/toast.tsx'
import { defaultView, fromViewData, type TableView, toViewData } from './view.ts'

const SAVE_AFTER = 800

export interface Tabs {
  list: readonly View[]
  active: View | undefined
  view: TableView
  change: (change: Partial<TableView>) => void
  open: (tab: number | undefined) => void
  create: (title: string) => Promise<void>
  rename: (tab: View, title: string) => Promise<void>
  remove: (tab: View) => Promise<void>
}

/** The saved views of a project and the one that is open; what is changed in an open one is saved by itself. */
export function useTabs(project: number, columns: readonly Column[], tab: number | undefined): Tabs {
  const client = useQueryClient()
  const navigate = useNavigate()
  const key = ['views', project]
  const views = useQuery({ queryKey: key, queryFn: () => listViews(project) })
  const list = views.data ?? []
  const active = list.find((view) => view.id === tab)
  const [changes, setChanges] = useState<Record<number, TableView>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const saved = active ? fromViewData(active.data, columns) : defaultView(columns)
  const view = changes[active?.id ?? 0] ?? saved

  const open = (id: number | undefined) =>
    void navigate({ to: '/projects/$project/data', params: { project }, search: id === undefined ? {} : { tab: id } })

  const change = (part: Partial<TableView>) => {
    const next = { ...view, ...part }
    setChanges((before) => ({ ...before, [active?.id ?? 0]: next }))
    if (!active) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      updateView(active.id, toViewData(active.data.title, next, active.data)).catch(toastError)
    }, SAVE_AFTER)
  }

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      toastError(error)
    }
    await client.invalidateQueries({ queryKey: key })
  }

  return {
    list,
    active,
    view,
    change,
    open,
    create: (title) =>
      attempt(async () => {
        const made = await createView(project, toViewData(title, view))
        client.setQueryData(key, [...list, made])
        open(made.id)
      }),
    rename: (target, title) =>
      attempt(async () => {
        await updateView(target.id, { ...target.data, title })
      }),
    remove: (target) =>
      attempt(async () => {
        await deleteView(target.id)
        if (target.id === tab) open(undefined)
      }),
  }
}
