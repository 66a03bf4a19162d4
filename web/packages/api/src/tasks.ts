import { request } from './client.ts'
import type { Action, Column, OpenTask, SelectedItems, TaskPage, TaskQuery, View, ViewData } from './types.ts'

export interface TaskListOptions {
  page: number
  page_size: number
  query: TaskQuery
  signal?: AbortSignal
}

export const listTasks = (project: number, { page, page_size, query, signal }: TaskListOptions) =>
  request<TaskPage>('api/tasks/', {
    query: { project, page, page_size, query: JSON.stringify(query) },
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

export const listActions = (project: number) => request<Action[]>('api/dm/actions/', { query: { project } })

export const runAction = (project: number, id: string, body: TaskQuery & { selectedItems: SelectedItems }) =>
  request<{ processed_items?: number; detail?: string; reload?: boolean }>('api/dm/actions/', {
    method: 'POST',
    query: { project, id },
    body,
  })

export const listViews = (project: number) => request<View[]>('api/dm/views/', { query: { project } })

export const createView = (project: number, data: ViewData) =>
  request<View>('api/dm/views/', { method: 'POST', body: { project, data } })

export const updateView = (id: number, data: ViewData) =>
  request<View>(`api/dm/views/${id}/`, { method: 'PATCH', body: { data } })

export const deleteView = (id: number) => request<void>(`api/dm/views/${id}/`, { method: 'DELETE' })
