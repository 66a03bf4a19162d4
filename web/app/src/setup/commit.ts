import { type ImportAnswer, reimport, startImport } from '@labelwright/api'
import { MANY } from '../jobs/many.ts'
import { watch } from '../jobs/watched.ts'
import { type Upload, uploadIds } from './uploads.ts'

/** What was staged becomes tasks: at once, or, without an answer, as a job when it is much. */
export async function commitUploads(
  project: number,
  uploads: readonly Upload[],
  asTasks: boolean,
): Promise<ImportAnswer | undefined> {
  const ids = uploadIds(uploads)
  const count = uploads.reduce((sum, upload) => sum + (upload.answer?.task_count ?? 0), 0)
  if (count < MANY) return reimport(project, ids, asTasks)
  watch(await startImport(project, ids, asTasks))
  return undefined
}
