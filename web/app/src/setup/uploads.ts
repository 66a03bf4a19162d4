import { type FileUpload, type ImportAnswer, importFiles, importUrl } from '@labelwright/api'
import { messageOf } from '../kit/message.ts'

/** Something the person gave: a file, a pasted text, an address. It is staged on the server, not yet tasks. */
export interface Upload {
  key: string
  name: string
  size: number
  status: 'waiting' | 'sending' | 'done' | 'failed'
  sent: number
  answer?: ImportAnswer
  error?: string
}

export const TABULAR = /\.(csv|tsv|txt)$/i
const OWN_REQUEST = /\.(csv|tsv|txt|json|html?|xml)$/i
const BATCH_FILES = 25
const BATCH_BYTES = 48_000_000

/**
 * Files that become rows are sent alone, so that an error names its file. Media are sent in batches: a thousand
 * photographs are not a thousand requests.
 */
export function batches<T extends { name: string; size: number }>(files: readonly T[]): T[][] {
  const result: T[][] = []
  let batch: T[] = []
  let bytes = 0
  for (const file of files) {
    if (OWN_REQUEST.test(file.name)) {
      result.push([file])
      continue
    }
    if (batch.length >= BATCH_FILES || (batch.length > 0 && bytes + file.size > BATCH_BYTES)) {
      result.push(batch)
      batch = []
      bytes = 0
    }
    batch.push(file)
    bytes += file.size
  }
  return batch.length > 0 ? [...result, batch] : result
}

export const uploadIds = (uploads: readonly Upload[]): number[] => [
  ...new Set(uploads.flatMap((upload) => upload.answer?.file_upload_ids ?? [])),
]

export const isBusy = (uploads: readonly Upload[]): boolean =>
  uploads.some((upload) => upload.status === 'waiting' || upload.status === 'sending')

export function fromServer(file: FileUpload): Upload {
  const name = file.file.replace(/^.*\/[0-9a-f]{8}-/, '')
  const answer = { file_upload_ids: [file.id], could_be_tasks_list: TABULAR.test(name) } as ImportAnswer
  return { key: `server-${file.id}`, name, size: file.size, status: 'done', sent: file.size, answer }
}

export type Progress = (keys: readonly string[], change: Partial<Upload>) => void

/** Sends one batch; its uploads share fate and progress. */
export async function sendBatch(project: number, batch: readonly { key: string; file: File }[], report: Progress) {
  const keys = batch.map(({ key }) => key)
  report(keys, { status: 'sending' })
  try {
    const answer = await importFiles(
      project,
      batch.map(({ file }) => file),
      {
        commit: false,
        onProgress: (sent, total) => {
          for (const { key, file } of batch) report([key], { sent: (file.size * sent) / total })
        },
      },
    )
    for (const [index, key] of keys.entries())
      report([key], { status: 'done', answer: shareOf(answer, index, keys.length) })
  } catch (error) {
    report(keys, { status: 'failed', error: messageOf(error) })
  }
}

/** Files of a batch are media, one task each; ids come in the order of the files. */
function shareOf(answer: ImportAnswer, index: number, files: number): ImportAnswer {
  const id = answer.file_upload_ids[index]
  return files === 1 ? answer : { ...answer, task_count: 1, file_upload_ids: id === undefined ? [] : [id] }
}

export async function sendAddress(project: number, key: string, url: string, report: Progress) {
  report([key], { status: 'sending' })
  try {
    report([key], { status: 'done', answer: await importUrl(project, url, false) })
  } catch (error) {
    report([key], { status: 'failed', error: messageOf(error) })
  }
}

export type PastedKind = 'json' | 'csv' | 'tsv' | 'txt'

/** What a pasted text most likely is. */
export function guessKind(text: string): PastedKind {
  if (/^\s*[[{]/.test(text)) {
    try {
      JSON.parse(text)
      return 'json'
    } catch {
      // A text may well begin with a bracket.
    }
  }
  const [head = '', next = ''] = text.split(/\r?\n/, 2)
  if (head.includes('\t') && next.includes('\t')) return 'tsv'
  const commas = (line: string) => line.replace(/"[^"]*"/g, '').split(/[,;]/).length
  return commas(head) > 1 && commas(head) === commas(next) ? 'csv' : 'txt'
}
