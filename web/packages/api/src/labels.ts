import { request } from './client.ts'
import type { LabelFields, LabelLink, Page } from './types.ts'

/** What people added to the controls of a project, a page at a time. */
export const getLabelLinks = (project: number, page = 1) =>
  request<Page<LabelLink>>('api/label_links/', { query: { project, page, expand: 'label' } })

export const addLabel = (fields: LabelFields) => request<unknown>('api/labels/', { method: 'POST', body: [fields] })
