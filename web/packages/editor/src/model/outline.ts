/** The list of regions as a person wants to see it: grouped, sorted, filtered, folded, numbered. Computed, never stored. */

import type { LabelDocument } from './document'
import { byKey, placeOf, type SortKey, startTime } from './reading-order'
import type { Region, RegionId } from './records'

export const OUTLINE_GROUPS = ['manual', 'label', 'type'] as const
export type OutlineGroup = (typeof OUTLINE_GROUPS)[number]
export const OUTLINE_SORTS = ['date', 'position', 'score', 'mediaStartTime'] as const
export type OutlineSort = (typeof OUTLINE_SORTS)[number]

export interface OutlineOptions {
  readonly group: OutlineGroup
  readonly sort: OutlineSort
  readonly direction: 'asc' | 'desc'
  /** Keeps the regions for which it holds, and, in the tree, those they hang on. */
  readonly filter?: ((region: RegionId) => boolean) | undefined
  /** Keys of rows whose content is folded away. */
  readonly folded?: ReadonlySet<string>
}

export interface GroupRow {
  readonly row: 'group'
  readonly key: string
  readonly title: string
  readonly colour?: string
  readonly ids: readonly RegionId[]
  readonly folded: boolean
}

/** `number` counts from 1 in the current order. Grouped by label, a region is listed under each of its labels. */
export interface RegionRow {
  readonly row: 'region'
  readonly key: string
  readonly id: RegionId
  readonly depth: number
  readonly number: number
  /** Whether what hangs on it is folded away; undefined when nothing does. */
  readonly folded: boolean | undefined
}

export type OutlineRow = GroupRow | RegionRow

const NOTHING: ReadonlySet<string> = new Set()

export function outline(document: LabelDocument, options: OutlineOptions): OutlineRow[] {
  const { filter, folded = NOTHING, group } = options
  const all = sorted(document, options)
  const number = new Map(all.map((region, index) => [region.id, index + 1]))
  if (group === 'manual') return tree(filter ? withAncestors(document, all, filter) : all, number, folded)
  return grouped(document, filter ? all.filter(({ id }) => filter(id)) : all, group, number, folded)
}

/** Ids in the order of the list, each once. */
export function listOrder(document: LabelDocument, options: OutlineOptions): RegionId[] {
  return [...new Set(outline(document, options).flatMap((row) => (row.row === 'region' ? [row.id] : [])))]
}

function sorted(document: LabelDocument, { sort, direction }: OutlineOptions): Region[] {
  const regions = document.regions()
  const descending = direction === 'desc'
  // Saving order is the order of creation.
  if (sort === 'date') return descending ? regions.reverse() : regions
  return byKey(regions, keyFor(document, sort), descending)
}

function keyFor(document: LabelDocument, sort: Exclude<OutlineSort, 'date'>): (region: Region) => SortKey | undefined {
  const one = (value: number | undefined): SortKey | undefined => (value === undefined ? undefined : [value])
  if (sort === 'score') return ({ score }) => one(score)
  if (sort === 'mediaStartTime') return (region) => one(startTime(region))
  const objects = new Map([...document.config.objects.keys()].map((name, index) => [name, index]))
  return (region) => {
    const place = placeOf(region)
    return place && [objects.get(region.target) ?? objects.size, ...place]
  }
}

function withAncestors(
  document: LabelDocument,
  all: readonly Region[],
  filter: (region: RegionId) => boolean,
): Region[] {
  const kept = new Set<RegionId>()
  for (const region of all) {
    if (!filter(region.id)) continue
    for (let at: Region | undefined = region; at && !kept.has(at.id); ) {
      kept.add(at.id)
      at = at.parent === undefined ? undefined : document.region(at.parent)
    }
  }
  return all.filter((region) => kept.has(region.id))
}

function tree(
  regions: readonly Region[],
  number: ReadonlyMap<RegionId, number>,
  folded: ReadonlySet<string>,
): OutlineRow[] {
  const listed = new Set(regions.map(({ id }) => id))
  const children = new Map<RegionId | undefined, Region[]>()
  for (const region of regions) {
    const parent = region.parent !== undefined && listed.has(region.parent) ? region.parent : undefined
    const siblings = children.get(parent)
    if (siblings) siblings.push(region)
    else children.set(parent, [region])
  }
  const rows: OutlineRow[] = []
  const placed = new Set<RegionId>()
  const place = ({ id }: Region, depth: number, isSeen: boolean): void => {
    if (placed.has(id)) return
    placed.add(id)
    const own = children.get(id)
    const isFolded = own ? folded.has(id) : undefined
    if (isSeen) rows.push({ row: 'region', key: id, id, depth, number: number.get(id) ?? 0, folded: isFolded })
    for (const child of own ?? []) place(child, depth + 1, isSeen && isFolded !== true)
  }
  for (const region of children.get(undefined) ?? []) place(region, 0, true)
  // Imported data may hold circles of parents, which hang on no root.
  for (const region of regions) place(region, 0, true)
  return rows
}

function grouped(
  document: LabelDocument,
  regions: readonly Region[],
  by: 'label' | 'type',
  number: ReadonlyMap<RegionId, number>,
  folded: ReadonlySet<string>,
): OutlineRow[] {
  const groups = new Map<string, { colour: string | undefined; ids: RegionId[] }>()
  const put = (title: string, colour: string | undefined, id: RegionId): void => {
    const group = groups.get(title) ?? { colour, ids: [] }
    // Two controls may give a label of the same name.
    if (group.ids.at(-1) !== id) group.ids.push(id)
    groups.set(title, group)
  }
  for (const { id, kind } of regions) {
    if (by === 'type') {
      put(kind, undefined, id)
      continue
    }
    const labels = document.labelsOf(id)
    for (const { title, option } of labels) put(title, option?.colour, id)
    if (labels.length === 0) put('', undefined, id)
  }
  return [...groups].flatMap(([title, { colour, ids }]): OutlineRow[] => {
    const key = `group:${title}`
    const head = { row: 'group', key, title, ids, folded: folded.has(key), ...(colour ? { colour } : {}) } as const
    if (head.folded) return [head]
    return [head, ...ids.map((id): OutlineRow => regionRow(title, id, number.get(id) ?? 0))]
  })
}

const regionRow = (group: string, id: RegionId, number: number): RegionRow => ({
  row: 'region',
  key: `${group}/${id}`,
  id,
  depth: 1,
  number,
  folded: undefined,
})
