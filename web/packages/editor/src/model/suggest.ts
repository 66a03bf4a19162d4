/** What a model suggests: items read as regions of this document, and put into it when they are taken. */

import { isObject } from './config'
import { LabelDocument } from './document'
import { newId } from './ids'
import type { Json, JsonObject, Region, RegionId, WireItem } from './records'

/** Items of a model as a document of their own; an id that is taken here is another one there. */
export function readSuggested(document: LabelDocument, items: readonly Json[]): LabelDocument {
  const renamed = new Map<Json, string>()
  const rename = (id: Json): Json => {
    if (typeof id !== 'string' || !document.store.has(id)) return id
    const name = renamed.get(id) ?? newId()
    renamed.set(id, name)
    return name
  }
  const own = items.map((item): Json => (isObject(item) ? suggestion(item, rename) : item))
  return LabelDocument.decode(document.config, own, { origin: 'prediction' }).document
}

/** Keys of an item that hold ids of regions. */
const IDS = ['id', 'parentID', 'parent_id', 'from_id', 'to_id']

function suggestion(item: WireItem, rename: (id: Json) => Json): WireItem {
  const own: WireItem = { ...item }
  for (const key of IDS) if (Object.hasOwn(own, key)) own[key] = rename(own[key] as Json)
  return own.type === 'relation' ? own : { ...own, origin: 'prediction' }
}

/** Where it was suggested: what a model leaves out. */
export interface SuggestedAt {
  readonly outer?: JsonObject
  readonly itemIndex?: number
}

/**
 * Puts suggested regions into a document with all that is said about them, relations between what is there then, and
 * answers about the whole that nobody has given yet. Returns the regions.
 */
export function takeSuggested(
  document: LabelDocument,
  from: LabelDocument,
  ids: Iterable<RegionId>,
  at: SuggestedAt = {},
): RegionId[] {
  const regions = [...ids].flatMap((id) => from.region(id) ?? [])
  const here = new Set([...document.regionIds.get(), ...regions.map(({ id }) => id)])
  document.store.transact({ source: 'user' }, (tx) => {
    for (const region of regions) {
      tx.put(placed(region, at, here))
      for (const answer of from.answersOf(region.id)) tx.put(answer)
    }
    for (const record of from.store.doc.values()) {
      const speaksOfWhole = record.record === 'answer' && record.region === undefined
      const joins = record.record === 'relation' && here.has(record.from) && here.has(record.to)
      if ((speaksOfWhole || joins) && !tx.has(record.id)) tx.put(record)
    }
  })
  return regions.map(({ id }) => id)
}

function placed(region: Region, { outer, itemIndex }: SuggestedAt, here: ReadonlySet<RegionId>): Region {
  const { parent, ...fields } = region
  return {
    ...fields,
    ...(parent !== undefined && here.has(parent) ? { parent } : {}),
    ...(outer ? { outer: { ...outer, ...region.outer } } : {}),
    ...(itemIndex === undefined || region.itemIndex !== undefined ? {} : { itemIndex }),
  }
}
