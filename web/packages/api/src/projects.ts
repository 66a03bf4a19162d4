import { request } from './client.ts'
import type { Job, JsonObject, ModelVersion, Page, Project, ProjectFields, TemplateList } from './types.ts'

export interface ProjectQuery {
  title?: string
  page?: number
  page_size?: number
  ordering?: string
}

export const listProjects = (query: ProjectQuery = {}) =>
  request<Page<Project>>('api/projects/', { query: { ...query } })

export const getProject = (id: number) => request<Project>(`api/projects/${id}/`)

const COUNTS = {
  task_number: null,
  finished_task_number: null,
  total_annotations_number: null,
  total_predictions_number: null,
  num_tasks_with_annotations: null,
  skipped_annotations_number: null,
  queue_total: null,
  queue_done: null,
} satisfies Partial<Project>

const OTHERS: readonly Exclude<keyof Project, keyof typeof COUNTS>[] = [
  ...(['id', 'title', 'description', 'label_config', 'expert_instruction', 'show_instruction'] as const),
  ...(['show_skip_button', 'enable_empty_annotation', 'show_annotation_history', 'show_collab_predictions'] as const),
  ...(['color', 'maximum_annotations', 'overlap_cohort_percentage', 'sampling', 'skip_queue'] as const),
  ...(['model_version', 'is_draft', 'created_at', 'created_by', 'pinned_at', 'config_has_control_tags'] as const),
]

/** Without its counters: counting takes its time where there is much. */
export const getUncountedProject = async (id: number): Promise<Project> => ({
  ...(await request<Project>(`api/projects/${id}/`, { query: { include: OTHERS.join(',') } })),
  ...COUNTS,
})

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

/** A new project with the same settings; with its tasks, the job that brings them. */
export const duplicateProject = (id: number, title: string, withTasks: boolean) =>
  request<{ project: Project; job: Job | null }>(`api/projects/${id}/duplicate/`, {
    method: 'POST',
    body: { title, mode: withTasks ? 'settings,data' : 'settings' },
  })

export const listModelVersions = (id: number) =>
  request<{ static: ModelVersion[] }>(`api/projects/${id}/model-versions/`, { query: { extended: true } })

export const deleteModelVersion = (id: number, model_version: string) =>
  request<{ deleted_predictions: number }>(`api/projects/${id}/model-versions/`, {
    method: 'DELETE',
    body: { model_version },
  })
