import { request } from './client.ts'
import type {
  Action,
  ActionForm,
  Column,
  FilterLanguage,
  SelectedItems,
  TaskQuery,
  View,
  ViewData,
} from './dataManager.ts'
import type { OpenTask, TaskPage, TaskTotals } from './types.ts'

export interface TaskListOptions {
  page: number
  page_size: number
  query: TaskQuery
  /** Only these fields. */
  include?: readonly string[]
  /** The id of a task that the page begins behind. */
  after?: number
  /** `false`: the totals are left out, and asked for by `countTasks`. */
  totals?: boolean
  signal?: AbortSignal
}

interface UpdateOptions {
  before?: ViewData
  /** The page goes; nobody waits for the answer. */
  isLeaving?: boolean
}

export const listTasks = (project: number, { query, include, signal, ...options }: TaskListOptions) =>
  request<TaskPage>('api/tasks/', {
    query: { project, ...options, query: JSON.stringify(query), include: include?.join(',') },
    ...(signal && { signal }),
  })

/** What the list of a query counts. */
export const countTasks = (project: number, query: TaskQuery, signal?: AbortSignal) =>
  request<TaskTotals>('api/dm/totals/', {
    query: { project, query: JSON.stringify(query) },
    ...(signal && { signal }),
  })

export const getTask = (id: number) => request<OpenTask>(`api/tasks/${id}/`)

/** The task to label now: takes (or keeps) the caller's lock. */
export const nextTask = (project: number) => request<OpenTask>(`api/projects/${project}/next/`)

/** The task after `current`: a short second reservation that gives way when someone else would get none. */
export const prefetchTask = (project: number, current: number) =>
  request<OpenTask>(`api/projects/${project}/next/`, { query: { prefetch: 1, after: current } })

export const listColumns = (project: number) =>
  request<{ columns: Column[] }>('api/dm/columns/', { query: { project } })

/** Everything that tasks can be filtered by. */
export const getFilterLanguage = (project: number) => request<FilterLanguage>('api/dm/filters/', { query: { project } })

export const listActions = (project: number) => request<Action[]>('api/dm/actions/', { query: { project } })

export const runAction = (
  project: number,
  id: string,
  body: TaskQuery & { selectedItems: SelectedItems },
  isLeaving = false,
) =>
  request<{ processed_items?: number; detail?: string; reload?: boolean }>('api/dm/actions/', {
    method: 'POST',
    query: { project, id },
    body,
    keepalive: isLeaving,
  })

export const listViews = (project: number) => request<View[]>('api/dm/views/', { query: { project } })

export const createView = (project: number, data: ViewData) =>
  request<View>('api/dm/views/', { method: 'POST', body: { project, data } })

/** With `before`, the data that were seen, a change by somebody else since makes it fail with 412. */
export const updateView = (id: number, data: ViewData, { before, isLeaving = false }: UpdateOptions = {}) =>
  request<View>(`api/dm/views/${id}/`, { method: 'PATCH', body: { data, before }, keepalive: isLeaving })

export const deleteView = (id: number) => request<void>(`api/dm/views/${id}/`, { method: 'DELETE' })

/** The views of a project in this order, for everybody. */
export const orderViews = (project: number, ids: readonly number[]) =>
  request<void>('api/dm/views/order/', { method: 'POST', body: { project, ids } })

/** What an action asks for before it runs. */
export const getActionForm = (project: number, id: string) =>
  request<ActionForm[]>(`api/dm/actions/${id}/form/`, { query: { project } })

/** The first task of this query that the caller may label, in its order; takes a lock of it. */
export const nextTaskOf = (project: number, query: TaskQuery) =>
  request<OpenTask>('api/dm/actions/', { method: 'POST', query: { project, id: 'next_task' }, body: query })

/** The task of this query after `current`: reserved for a short while, as by `prefetchTask`. */
export const prefetchTaskOf = (project: number, query: TaskQuery, current: number) =>
  request<OpenTask>('api/dm/actions/', {
    method: 'POST',
    query: { project, id: 'next_task', prefetch: 1, after: current },
    body: query,
  })
