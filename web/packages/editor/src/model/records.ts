/**
 * The document an annotator edits, as plain records by id. Only the codec (`model/results`) knows the wire format.
 *
 * On the wire one region is several items that repeat its geometry, one per control. Here it is one `Region` and one
 * `Answer` per control, and everything the wire said that we have no field for stays in `raw`, so that saving what
 * nobody touched writes the same JSON.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** One item of an annotation's `result` list, as it travels. */
export type WireItem = JsonObject

export type RegionId = string
export type Origin = 'manual' | 'prediction' | 'prediction-changed'

/** Something with a place on an object: a box, a span, a range. */
export interface Region {
  readonly record: 'region'
  readonly id: RegionId
  /** Name of the object tag it lies on (`to_name`). */
  readonly target: string
  /** Value kind of the geometry, a name in `spec/values` (`rect`, `span`, …). */
  readonly kind: string
  /** The geometry, with the wire's keys and units (percent, code points, seconds, frames). */
  readonly shape: JsonObject
  readonly origin: Origin
  readonly itemIndex?: number
  readonly parent?: RegionId
  readonly score?: number
  readonly readonly?: boolean
  readonly hidden?: boolean
  /** `meta` of the wire: `text` holds the note. */
  readonly meta?: JsonObject
  /** Outer keys that belong to the geometry: `original_width`, `image_rotation`, `original_length` … */
  readonly outer?: JsonObject
  /** As it was decoded, with the ids of its answers: what differs from it is what saving writes. */
  readonly loaded?: Omit<Region, 'loaded'> & { readonly answers: readonly string[] }
}

/** What one control says about a region, or (without `region`) about the whole object or one page of it. */
export interface Answer {
  readonly record: 'answer'
  /** `${control}@${region ?? target}` with `#page` where there is one: a control answers once. */
  readonly id: string
  /** Name of the control tag (`from_name`). */
  readonly control: string
  readonly target: string
  /** Result type on the wire (`rectanglelabels`, `choices`, …). */
  readonly type: string
  readonly region?: RegionId
  readonly itemIndex?: number
  /** What the control itself says: the content of its own key, or undefined for a bare shape. */
  readonly value: Json | undefined
  /** Without a region: the item's own `id` on the wire. */
  readonly resultId?: string
  /** Without a region: where it comes from. */
  readonly origin?: Origin
  /** `meta` of this item alone, such as `lead_time` of a text. */
  readonly meta?: JsonObject
  readonly raw?: WireItem
}

export interface Relation {
  readonly record: 'relation'
  readonly id: string
  readonly from: RegionId
  readonly to: RegionId
  readonly direction: 'right' | 'left' | 'bi'
  readonly labels?: readonly string[]
  readonly notes?: string
  readonly raw?: WireItem
}

/** An item no tag of this config explains: shown nowhere, saved as it came. */
export interface Extra {
  readonly record: 'extra'
  readonly id: string
  readonly raw: WireItem
}

export type DocRecord = Region | Answer | Relation | Extra

/** The whole document: records in the order they are saved. */
export type Doc = ReadonlyMap<string, DocRecord>

/** What one transaction changed; undoing applies it backwards. */
export interface Diff {
  readonly added: ReadonlyMap<string, DocRecord>
  readonly updated: ReadonlyMap<string, readonly [before: DocRecord, after: DocRecord]>
  readonly removed: ReadonlyMap<string, DocRecord>
  /** Changes of place in saving order: ranks, comparable with one another. */
  readonly moved: ReadonlyMap<string, readonly [before: number, after: number]>
}

/**
 * `user` changes enter undo and make the document dirty; `load` and `remote` do neither. `history` is undo, redo and
 * bailing out: it counts for dirty, and is not itself undone.
 */
export type Source = 'user' | 'history' | 'load' | 'remote'
