import { request } from './client.ts'
import type { Annotation, AnnotationFields, AnnotationState, Draft, JsonObject } from './types.ts'

export const createAnnotation = (task: number, fields: AnnotationFields) =>
  request<Annotation>(`api/tasks/${task}/annotations/`, { method: 'POST', body: fields })

/** With `basedOn`, the `updated_at` that was seen, a later change by somebody else makes it fail with 412. */
export const updateAnnotation = (id: number, fields: Partial<AnnotationFields>, basedOn?: string) =>
  request<Annotation>(`api/annotations/${id}/`, {
    method: 'PATCH',
    body: fields,
    ...(basedOn !== undefined && { headers: { 'If-Match': `"${basedOn}"` } }),
  })

export const getAnnotation = (id: number) => request<Annotation>(`api/annotations/${id}/`)

/** Every state of an annotation, the present one first. */
export const getAnnotationHistory = (annotation: number) =>
  request<AnnotationState[]>('api/annotation-history/', { query: { annotation } })

export const deleteAnnotation = (id: number) => request<void>(`api/annotations/${id}/`, { method: 'DELETE' })

export interface DraftFields {
  result: JsonObject[]
  lead_time?: number
}

/** A draft is sent when people leave, too: were it cut off then, nobody would know whether it had arrived, and it were sent twice. */
export const createDraft = (task: number, annotation: number | undefined, fields: DraftFields) =>
  request<Draft>(
    annotation === undefined ? `api/tasks/${task}/drafts` : `api/tasks/${task}/annotations/${annotation}/drafts`,
    { method: 'POST', body: fields, keepalive: true },
  )

export const updateDraft = (id: number, fields: DraftFields) =>
  request<Draft>(`api/drafts/${id}/`, { method: 'PATCH', body: fields, keepalive: true })

export const deleteDraft = (id: number) => request<void>(`api/drafts/${id}/`, { method: 'DELETE' })
