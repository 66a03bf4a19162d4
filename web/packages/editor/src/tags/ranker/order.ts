/** Which card is in which column, and where: what a Ranker's value says, and what a move makes of it. */

import { type ConfigNode, isObject, isTag, type Json, type JsonObject } from '../../model'

export interface Column {
  /** Its key in the result. */
  readonly key: string
  readonly title: string
}

export interface Columns {
  readonly all: readonly Column[]
  /** The column of what was put nowhere. */
  readonly home: string
}

/** Column → ids of its cards, from the top. */
export type Order = ReadonlyMap<string, readonly string[]>

/** Where cards are that were put into no bucket, when none of them is the default. */
const UNPLACED = '_'

export function columnsOf(ranker: ConfigNode, name: string, listTitle: string): Columns {
  const buckets = ranker.children.filter((child) => isTag(child, 'Bucket'))
  if (buckets.length === 0) return { all: [{ key: name, title: listTitle }], home: name }
  const all = buckets.map(({ attrs }) => ({ key: attrs.name, title: attrs.title ?? attrs.name }))
  const standard = buckets.find(({ attrs }) => attrs.default)
  if (standard) return { all, home: standard.attrs.name }
  return { all: [{ key: UNPLACED, title: listTitle }, ...all], home: UNPLACED }
}

/** Every card has exactly one place: of several in a value the first counts, and what it does not name is at home. */
export function readOrder(value: Json | undefined, columns: Columns, ids: readonly string[]): Order {
  const left = new Set(ids)
  const order = new Map<string, string[]>()
  for (const { key } of columns.all) {
    const named = isObject(value) ? value[key] : undefined
    const own = (Array.isArray(named) ? named : []).map(String).filter((id) => left.delete(id))
    order.set(key, own)
  }
  order.get(columns.home)?.push(...left)
  return order
}

export const writeOrder = (order: Order): JsonObject =>
  Object.fromEntries([...order].map(([key, ids]) => [key, [...ids]]))

export interface Place {
  readonly column: string
  readonly index: number
}

export function placeOf(order: Order, id: string): Place | undefined {
  for (const [column, ids] of order) {
    const index = ids.indexOf(id)
    if (index >= 0) return { column, index }
  }
  return undefined
}

/** `index` counts without the card itself. */
export function moved(order: Order, id: string, { column, index }: Place): Order {
  return new Map(
    [...order].map(([key, ids]) => {
      const others = ids.filter((one) => one !== id)
      return [key, key === column ? others.toSpliced(index, 0, id) : others]
    }),
  )
}

/** The place a step away, by arrow; undefined at the edge. */
export function stepFrom(order: Order, id: string, dx: number, dy: number): Place | undefined {
  const at = placeOf(order, id)
  if (!at) return undefined
  const keys = [...order.keys()]
  const column = keys[keys.indexOf(at.column) + dx]
  if (column === undefined) return undefined
  const room = order.get(column)?.length ?? 0
  if (dx !== 0) return { column, index: Math.min(at.index, room) }
  const index = at.index + dy
  return index < 0 || index >= room ? undefined : { column, index }
}
