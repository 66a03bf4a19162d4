/** Has a worker of its own make a smaller copy of a picture. */

import type { CopyAnswer, CopyOrder } from './file-copy'

/** Answers once; the function that comes back ends it without an answer. */
export function askForCopy(order: CopyOrder, answer: (answer: CopyAnswer) => void): () => void {
  let worker: Worker
  try {
    worker = new Worker(new URL('./overview.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    // Not every page may start one: a policy of its own, or the editor comes from another site.
    queueMicrotask(() => answer({ refused: 'unreadable' }))
    return () => undefined
  }
  const end = (last: CopyAnswer): void => {
    worker.terminate()
    answer(last)
  }
  worker.onmessage = ({ data }: MessageEvent<CopyAnswer>) => end(data)
  // What a worker dies of here is memory.
  worker.onerror = () => end({ refused: 'undecodable' })
  worker.postMessage(order)
  return () => worker.terminate()
}
