/** Arithmetic of diffs: they compose, they cancel out, and they turn around. */

import type { Diff, DocRecord } from './records'

export interface MutableDiff extends Diff {
  readonly added: Map<string, DocRecord>
  readonly updated: Map<string, readonly [before: DocRecord, after: DocRecord]>
  readonly removed: Map<string, DocRecord>
  readonly moved: Map<string, readonly [before: number, after: number]>
}

export const emptyDiff = (): MutableDiff => ({
  added: new Map(),
  updated: new Map(),
  removed: new Map(),
  moved: new Map(),
})

export const isEmpty = (diff: Diff): boolean =>
  diff.added.size === 0 && diff.updated.size === 0 && diff.removed.size === 0 && diff.moved.size === 0

/** Adds "the record `id` went from `before` to `after`" (undefined: not there) to what `into` already says. */
export function noteChange(
  into: MutableDiff,
  id: string,
  before: DocRecord | undefined,
  after: DocRecord | undefined,
): void {
  const original = into.added.has(id) ? undefined : (into.updated.get(id)?.[0] ?? into.removed.get(id) ?? before)
  into.added.delete(id)
  into.updated.delete(id)
  into.removed.delete(id)
  if (!original && after) into.added.set(id, after)
  else if (original && !after) into.removed.set(id, original)
  else if (original && after && original !== after) into.updated.set(id, [original, after])
}

export function noteMove(into: MutableDiff, id: string, before: number, after: number): void {
  const original = into.moved.get(id)?.[0] ?? before
  into.moved.delete(id)
  if (original !== after) into.moved.set(id, [original, after])
}

/** Composes `diff` onto `into`: changes that take one another back leave nothing. */
export function append(into: MutableDiff, diff: Diff): void {
  for (const [id, record] of diff.added) noteChange(into, id, undefined, record)
  for (const [id, [before, after]] of diff.updated) noteChange(into, id, before, after)
  for (const [id, record] of diff.removed) noteChange(into, id, record, undefined)
  for (const [id, [before, after]] of diff.moved) noteMove(into, id, before, after)
}

export function invert(diff: Diff): Diff {
  const swapped = <T>(pairs: ReadonlyMap<string, readonly [T, T]>): Map<string, readonly [T, T]> =>
    new Map([...pairs].map(([id, [before, after]]) => [id, [after, before]]))
  return {
    added: diff.removed,
    updated: swapped(diff.updated),
    removed: diff.added,
    moved: swapped(diff.moved),
  }
}

/**
 * The record after replaying an update on what stands there now. Where nobody else wrote meanwhile this is `after`
 * itself; where a remote change did, only the fields of this update are written, so that undo never takes back
 * somebody else's work.
 */
export function replay(current: DocRecord, before: DocRecord, after: DocRecord): DocRecord {
  if (current === before) return after
  const merged: Record<string, unknown> = { ...current }
  const from: Record<string, unknown> = { ...before }
  const to: Record<string, unknown> = { ...after }
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (from[key] === to[key]) continue
    if (key in to) merged[key] = to[key]
    else delete merged[key]
  }
  return merged as unknown as DocRecord
}
