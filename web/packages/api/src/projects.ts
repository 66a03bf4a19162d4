import { request } from './client.ts'
import type { JsonObject, Page, Project, ProjectFields, TemplateList } from './types.ts'

export interface ProjectQuery {
  title?: string
  page?: number
  page_size?: number
  ordering?: string
}

export const listProjects = (query: ProjectQuery = {}) =>
  request<Page<Project>>('api/projects/', { query: { ...query } })

export const getProject = (id: number) => request<Project>(`api/projects/${id}/`)

export const createProject = (fields: ProjectFields) =>
  request<Project>('api/projects/', { method: 'POST', body: fields })

export const updateProject = (id: number, fields: ProjectFields) =>
  request<Project>(`api/projects/${id}/`, { method: 'PATCH', body: fields })

export const deleteProject = (id: number) => request<void>(`api/projects/${id}/`, { method: 'DELETE' })

export const validateConfig = (label_config: string, signal?: AbortSignal) =>
  request<void>('api/projects/validate/', { method: 'POST', body: { label_config }, ...(signal && { signal }) })

/** Stricter than `validateConfig`: also checks against what is already annotated in the project. */
export const validateProjectConfig = (id: number, label_config: string) =>
  request<{ config_essential_data_has_changed: boolean | null }>(`api/projects/${id}/validate/`, {
    method: 'POST',
    body: { label_config },
  })

export const sampleTask = (id: number, label_config: string) =>
  request<{ sample_task: JsonObject }>(`api/projects/${id}/sample-task/`, { method: 'POST', body: { label_config } })

export const listTemplates = () => request<TemplateList>('api/templates/')

export const deleteAllTasks = (id: number) => request<void>(`api/projects/${id}/tasks/`, { method: 'DELETE' })
