import { deleteUploads, listUploads } from '@labelwright/api'
import { useCallback, useState } from 'react'
import { toastError } from '../kit/toast.tsx'
import { batches, fromServer, type Progress, sendAddress, sendBatch, type Upload, uploadIds } from './uploads.ts'

const PARALLEL = 2
let last = 0
const newKey = () => `upload-${++last}`

export interface Uploads {
  list: readonly Upload[]
  addFiles: (files: readonly File[]) => Promise<void>
  addAddress: (url: string) => Promise<void>
  remove: (upload: Upload) => Promise<void>
  restore: (project: number) => Promise<void>
}

/** The staged data of a project; `ensureProject` gives the project's id, and makes it if there is none yet. */
export function useUploads(ensureProject: () => Promise<number>): Uploads {
  const [list, setList] = useState<readonly Upload[]>([])

  const report: Progress = useCallback((keys, change) => {
    setList((before) => before.map((upload) => (keys.includes(upload.key) ? { ...upload, ...change } : upload)))
  }, [])

  const add = (added: readonly { key: string; name: string; size: number }[]) =>
    setList((before) => [
      ...before,
      ...added.map(({ key, name, size }): Upload => ({ key, name, size, status: 'waiting', sent: 0 })),
    ])

  const addFiles = async (files: readonly File[]) => {
    const keyed = files.map((file) => ({ key: newKey(), name: file.name, size: file.size, file }))
    add(keyed)
    try {
      const project = await ensureProject()
      const waiting = batches(keyed)
      const worker = async () => {
        for (let batch = waiting.shift(); batch; batch = waiting.shift()) await sendBatch(project, batch, report)
      }
      await Promise.all(Array.from({ length: PARALLEL }, worker))
    } catch (error) {
      failAll(keyed, error)
    }
  }

  const addAddress = async (url: string) => {
    const entry = { key: newKey(), name: url, size: 0 }
    add([entry])
    try {
      await sendAddress(await ensureProject(), entry.key, url, report)
    } catch (error) {
      failAll([entry], error)
    }
  }

  const failAll = (entries: readonly { key: string }[], error: unknown) => {
    const keys = entries.map(({ key }) => key)
    setList((before) => before.filter(({ key }) => !keys.includes(key)))
    toastError(error)
  }

  const remove = async (upload: Upload) => {
    setList((before) => before.filter(({ key }) => key !== upload.key))
    const ids = uploadIds([upload])
    if (ids.length > 0) await deleteUploads(await ensureProject(), ids).catch(toastError)
  }

  const restore = useCallback(async (project: number) => {
    const files = await listUploads(project)
    setList((before) => (before.length > 0 ? before : files.map(fromServer)))
  }, [])

  return { list, addFiles, addAddress, remove, restore }
}
