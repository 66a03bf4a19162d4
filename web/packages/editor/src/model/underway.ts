/**
 * What of a document is still being written elsewhere: the code of a large mask, by a worker. Reading it does not wait, it
 * writes it there and then; whoever sends or keeps a document without hurry waits, so that the page never stops for it.
 */

const underway = new Set<Promise<unknown>>()

export function noteUnderway(work: Promise<unknown>): void {
  underway.add(work)
  void work.finally(() => underway.delete(work))
}

export async function allWritten(): Promise<void> {
  while (underway.size > 0) await Promise.allSettled(underway)
}
