import { ApiError, address, csrfToken, OfflineError, request } from './client.ts'
import type { FileUpload, ImportAnswer, Json } from './types.ts'

export const importTasks = (project: number, tasks: Json, commit = true) =>
  request<ImportAnswer>(`api/projects/${project}/import`, {
    method: 'POST',
    query: { commit_to_project: commit },
    body: tasks,
  })

export function importUrl(project: number, url: string, commit = true): Promise<ImportAnswer> {
  const form = new FormData()
  form.set('url', url)
  return request<ImportAnswer>(`api/projects/${project}/import`, {
    method: 'POST',
    query: { commit_to_project: commit },
    body: form,
  })
}

export const reimport = (project: number, file_upload_ids: readonly number[], files_as_tasks_list: boolean) =>
  request<ImportAnswer>(`api/projects/${project}/reimport`, {
    method: 'POST',
    body: { file_upload_ids, files_as_tasks_list },
  })

export const listUploads = (project: number) =>
  request<FileUpload[]>(`api/projects/${project}/file-uploads`, { query: { all: true } })

export const deleteUploads = (project: number, file_upload_ids: readonly number[]) =>
  request<{ deleted: number }>(`api/projects/${project}/file-uploads`, { method: 'DELETE', body: { file_upload_ids } })

export interface UploadOptions {
  commit?: boolean
  onProgress?: (sent: number, total: number) => void
  signal?: AbortSignal
}

/** Files by multipart. XMLHttpRequest, because fetch does not tell how much has been sent. */
export function importFiles(
  project: number,
  files: readonly File[],
  options: UploadOptions = {},
): Promise<ImportAnswer> {
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  const { commit = true, onProgress, signal } = options
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('POST', address(`api/projects/${project}/import`, { commit_to_project: commit }))
    xhr.setRequestHeader('Accept', 'application/json')
    xhr.setRequestHeader('X-CSRFToken', csrfToken())
    xhr.upload.onprogress = (event) => onProgress?.(event.loaded, event.total)
    xhr.onerror = () => reject(new OfflineError(xhr.status))
    xhr.onabort = () => reject(new DOMException('Upload stopped', 'AbortError'))
    xhr.onload = () => {
      const body = parsed(xhr.responseText)
      if (xhr.status >= 200 && xhr.status < 300) resolve(body as unknown as ImportAnswer)
      else reject(new ApiError(xhr.status, body))
    }
    signal?.addEventListener('abort', () => xhr.abort())
    xhr.send(form)
  })
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text)
  } catch {
    return { detail: text.slice(0, 200) }
  }
}
