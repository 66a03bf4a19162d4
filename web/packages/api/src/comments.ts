import { request } from './client.ts'
import type { Comment, CommentFields } from './types.ts'

// Authors with their names.
const query = { expand_created_by: true }

export const getComments = (task: number) => request<Comment[]>('api/comments/', { query: { ...query, task } })

export const addComment = (fields: CommentFields) =>
  request<Comment>('api/comments/', { method: 'POST', body: fields, query })

export const updateComment = (id: number, fields: Pick<Partial<CommentFields>, 'text' | 'is_resolved'>) =>
  request<Comment>(`api/comments/${id}/`, { method: 'PATCH', body: fields, query })

export const deleteComment = (id: number) => request<void>(`api/comments/${id}/`, { method: 'DELETE' })
