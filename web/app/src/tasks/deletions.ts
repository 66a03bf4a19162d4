import type { SelectedItems, TaskQuery } from '@labelwright/api'

/** How long a deletion can be taken back, in seconds. */
export const GRACE = 8

/** A deletion that is meant and has not begun. */
export interface Deletion {
  project: number
  query: TaskQuery & { selectedItems: SelectedItems }
  /** `isLeaving`: nobody will hear what comes of it. */
  begin: (isLeaving: boolean) => void
}

let waiting: { deletion: Deletion; timer: ReturnType<typeof setTimeout> } | undefined
const listeners = new Set<() => void>()

/** Begins after a while, or before another one, or when the page is left: what somebody has confirmed is done, unless they take it back. */
export function deleteSoon(deletion: Deletion): void {
  beginNow()
  window.addEventListener('pagehide', beginBeforeLeaving)
  waiting = { deletion, timer: setTimeout(beginNow, GRACE * 1000) }
  tell()
}

/** Whether there was still something to take back. */
export function takeBack(deletion: Deletion): boolean {
  if (waiting?.deletion !== deletion) return false
  clearTimeout(waiting.timer)
  waiting = undefined
  tell()
  return true
}

export const deletionWaiting = (): Deletion | undefined => waiting?.deletion

export function onDeletions(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function beginNow(): void {
  begin(false)
}

/** For when the page goes. */
export function beginBeforeLeaving(): void {
  begin(true)
}

function begin(isLeaving: boolean): void {
  if (!waiting) return
  const { deletion, timer } = waiting
  clearTimeout(timer)
  waiting = undefined
  deletion.begin(isLeaving)
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}
