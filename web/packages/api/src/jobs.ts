import { address, request } from './client.ts'
import type { SelectedItems, TaskQuery } from './dataManager.ts'
import type { Job, JobPage } from './types.ts'

export interface JobListOptions {
  page?: number
  page_size?: number
  project?: number
  active?: boolean
}

export const listJobs = (options: JobListOptions = {}) => request<JobPage>('api/jobs/', { query: { ...options } })

export const getJob = (id: number) => request<Job>(`api/jobs/${id}/`)

export const cancelJob = (id: number) => request<Job>(`api/jobs/${id}/cancel/`, { method: 'POST' })

export const retryJob = (id: number) => request<Job>(`api/jobs/${id}/retry/`, { method: 'POST' })

/** A plain address: the browser saves what is there. */
export const jobFileAddress = (id: number) => address(`api/jobs/${id}/file`)

export const startImport = (project: number, file_upload_ids: readonly number[], files_as_tasks_list: boolean) =>
  request<Job>(`api/projects/${project}/jobs/import`, {
    method: 'POST',
    body: { file_upload_ids, files_as_tasks_list },
  })

export const startExport = (project: number, export_type: string, download_all_tasks: boolean) =>
  request<Job>(`api/projects/${project}/jobs/export`, { method: 'POST', body: { export_type, download_all_tasks } })

export const startAction = (
  project: number,
  id: string,
  body: TaskQuery & { selectedItems: SelectedItems },
  isLeaving = false,
) =>
  request<Job>(`api/projects/${project}/jobs/action`, { method: 'POST', body: { ...body, id }, keepalive: isLeaving })
