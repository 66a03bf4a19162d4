import { type Column, listViews, updateView, type View } from '@labelwright/api'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { toastError } from '../kit/toast.tsx'
import { readKept, writeKept } from './kept.ts'
import { viewsQuery } from './queries.ts'
import { TabDrafts, type TabServer } from './tabDrafts.ts'
import { fromViewData } from './view.ts'

// They outlive the list: who opens a task at once comes back to what was changed.
const ofProjects = new Map<number, TabDrafts>()

/** The unsaved changes of a project's tabs. `readAt`: when the tabs were read last. */
export function useTabDrafts(project: number, columns: readonly Column[], readAt: number): TabDrafts {
  const client = useQueryClient()
  const { queryKey } = viewsQuery(project)
  const name = `tabs.${project}`
  const known = () => client.getQueryData<View[]>(queryKey) ?? []
  const server: TabServer = {
    known: (tab) => known().find(({ id }) => id === tab),
    read: (data) => fromViewData(data, columns),
    save: async (tab, data, how) => {
      const made = await updateView(tab, data, how)
      // An answer that was asked for before must not bring back what was.
      await client.cancelQueries({ queryKey })
      client.setQueryData(
        queryKey,
        known().map((one) => (one.id === made.id ? made : one)),
      )
    },
    readAgain: async () =>
      void (await client.fetchQuery({ queryKey, queryFn: () => listViews(project), staleTime: 0 })),
    keep: (drafts) => writeKept(name, Object.keys(drafts).length > 0 ? drafts : undefined),
    onFailure: toastError,
  }
  const drafts = ofProjects.get(project) ?? new TabDrafts(server, readKept(name))
  ofProjects.set(project, drafts)
  drafts.server = server
  useSyncExternalStore(drafts.subscribe, () => drafts.drafts)

  useEffect(() => {
    if (readAt > 0) drafts.look()
  }, [drafts, readAt])
  useEffect(() => {
    const leave = () => drafts.leave()
    const hide = () => document.visibilityState === 'hidden' && leave()
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
      void drafts.flush()
    }
  }, [drafts])
  return drafts
}
