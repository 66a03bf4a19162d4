/** How each tag is worked and what that writes: `spec/cases/gestures`, which the browser tests run too. */

import type { Json, JsonObject, WireItem } from '../model'
import { type TagName, tags } from '../spec.gen'
import { exampleOf } from '../testing/examples'

export type Place = readonly [x: number, y: number]

/** One thing that a hand does; the schema beside the cases says what each is. */
export type Step =
  | { readonly click: string }
  | { readonly focus: string }
  | { readonly press: string }
  | { readonly type: string }
  | { readonly fill: readonly [field: string, text: string] }
  | { readonly mark: readonly [surface: string, text: string] }
  | { readonly drag: readonly [surface: string, ...places: Place[]] }
  | { readonly clickInside: readonly [component: string, name: string, value: Json] }
  | { readonly points: readonly [surface: string, ...places: Place[]] }

interface GestureFile {
  readonly tag: TagName
  readonly config?: string
  readonly data: JsonObject
  readonly mouse: readonly Step[]
  readonly result: readonly WireItem[]
}

export interface GestureCase extends GestureFile {
  readonly config: string
}

const files = import.meta.glob<GestureFile>('../../../../../spec/cases/gestures/*.json', {
  eager: true,
  import: 'default',
})

export const gestureCases: readonly GestureCase[] = Object.values(files).map((it) => ({
  ...it,
  config: it.config ?? exampleOf(it.tag),
}))

/** A tag by another name is the same tag. */
const drawn = (tag: TagName): TagName => tags[tag].aliasOf ?? tag

/** The tags of a list that nobody has said how to work. */
export function withoutGesture(list: readonly TagName[]): TagName[] {
  const told = new Set(gestureCases.map((it) => drawn(it.tag)))
  return list.filter((tag) => !told.has(drawn(tag)))
}

/** A result as the cases write it: ids counted in the order in which they come, without the time that was taken. */
export function withPlainIds(result: readonly WireItem[]): Json {
  const known = new Map<Json, string>()
  const plain = (id: Json): string => {
    const found = known.get(id) ?? `${known.size + 1}`
    known.set(id, found)
    return found
  }
  return result.map(({ meta: _meta, ...item }) =>
    Object.fromEntries(
      Object.entries(item).map(([key, value]) => [key, IDS.has(key) && value !== undefined ? plain(value) : value]),
    ),
  ) as Json
}

const IDS = new Set(['id', 'from_id', 'to_id'])

/** Puts what is really there in the place of each `*`, so that the rest can be compared. */
export function filledFrom(expected: Json, found: Json | undefined): Json {
  if (expected === '*' && found !== undefined) return found
  if (Array.isArray(expected) && Array.isArray(found)) return expected.map((it, n) => filledFrom(it, found[n]))
  if (!isRecord(expected) || !isRecord(found)) return expected
  return Object.fromEntries(Object.entries(expected).map(([key, it]) => [key, filledFrom(it, found[key])]))
}

const isRecord = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
