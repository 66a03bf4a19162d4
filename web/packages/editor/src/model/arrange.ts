/** The tree of regions as it is arranged by hand: what hangs on what, and in which order. Saving order is that order. */

import type { LabelDocument } from './document'
import { type Locked, nest, reorder } from './edit'
import type { Region, RegionId } from './records'

/** Where regions go: under which region, and before which of those that hang there; last, without one. */
export interface TreePlace {
  readonly parent: RegionId | undefined
  readonly before: RegionId | undefined
}

export type TreeStep = 'up' | 'down' | 'in' | 'out'

/** Moves regions with all that hangs on them. Returns those moved: not what is protected, or would hang on itself. */
export function arrange(
  document: LabelDocument,
  ids: readonly RegionId[],
  place: TreePlace,
  locked: Locked,
): RegionId[] {
  const above = new Set(ancestors(document, place.parent))
  const moving = topmost(document, ids).filter(
    ({ id, readonly }) => !above.has(id) && id !== place.before && readonly !== true && !locked.has(id),
  )
  const moved = moving.map(({ id }) => id)
  const [first] = moved
  if (first === undefined || (moved.length === 1 && isThere(document, first, place))) return []
  document.store.transact({ source: 'user' }, () => {
    for (const id of moved) nest(document, id, place.parent)
    reorder(document, moved, place.before)
  })
  return moved
}

function isThere(document: LabelDocument, id: RegionId, { parent, before }: TreePlace): boolean {
  const next = after(document, id)
  return next.parent === parent && next.before === before
}

/** Where one step takes a region; undefined at the end of the way. */
export function stepped(document: LabelDocument, id: RegionId, step: TreeStep): TreePlace | undefined {
  const region = document.region(id)
  if (!region) return undefined
  const parent = parentOf(document, region)
  const siblings = childrenIn(document, parent)
  const at = siblings.indexOf(id)
  switch (step) {
    case 'up':
      return at > 0 ? { parent, before: siblings[at - 1] } : undefined
    case 'down':
      return at < siblings.length - 1 ? { parent, before: siblings[at + 2] } : undefined
    case 'in':
      return at > 0 ? { parent: siblings[at - 1], before: undefined } : undefined
    case 'out':
      return parent === undefined ? undefined : after(document, parent)
  }
}

/** Just behind a region, beside it. */
export function after(document: LabelDocument, id: RegionId): TreePlace {
  const region = document.region(id)
  const parent = region && parentOf(document, region)
  const siblings = childrenIn(document, parent)
  return { parent, before: siblings[siblings.indexOf(id) + 1] }
}

/** What hangs on a region, or on none, in saving order. */
export const childrenIn = (document: LabelDocument, parent: RegionId | undefined): RegionId[] =>
  parent === undefined
    ? document.regions().flatMap((it) => (parentOf(document, it) === undefined ? [it.id] : []))
    : document.childrenOf(parent).map(({ id }) => id)

/** A parent that is not there (imported data) is none. */
const parentOf = (document: LabelDocument, { parent }: Region): RegionId | undefined =>
  parent !== undefined && document.region(parent) ? parent : undefined

function ancestors(document: LabelDocument, id: RegionId | undefined): RegionId[] {
  const found = new Set<RegionId>()
  for (let at = id; at !== undefined && !found.has(at); at = document.region(at)?.parent) found.add(at)
  return [...found]
}

/** In saving order, without those that come along with another one. */
function topmost(document: LabelDocument, ids: readonly RegionId[]): Region[] {
  const wanted = new Set(ids)
  return document
    .regions()
    .filter(({ id, parent }) => wanted.has(id) && !ancestors(document, parent).some((it) => wanted.has(it)))
}
