/** The list of regions as a person wants to see it: grouped, sorted, filtered, numbered. Computed, never stored. */

import type { LabelDocument } from './document'
import type { Json, Region, RegionId } from './records'

export type OutlineGroup = 'manual' | 'label' | 'type'
export type OutlineSort = 'date' | 'score' | 'mediaStartTime'

export interface OutlineOptions {
  readonly group: OutlineGroup
  readonly sort: OutlineSort
  readonly direction: 'asc' | 'desc'
  /** Keeps the regions for which it holds, and, in the tree, those they hang on. */
  readonly filter?: (region: Region) => boolean
}

export type OutlineRow =
  | {
      readonly row: 'group'
      readonly key: string
      readonly title: string
      readonly colour?: string
      readonly size: number
    }
  /** `number` counts from 1 in the current order. Grouped by label, a region is listed under each of its labels. */
  | {
      readonly row: 'region'
      readonly key: string
      readonly id: RegionId
      readonly depth: number
      readonly number: number
    }

export function outline(document: LabelDocument, options: OutlineOptions): OutlineRow[] {
  const all = sorted(document.regions(), options)
  const number = new Map(all.map((region, index) => [region.id, index + 1]))
  const { filter } = options
  if (options.group === 'manual') return tree(filter ? withAncestors(document, all, filter) : all, number)
  return grouped(document, filter ? all.filter(filter) : all, options.group, number)
}

function sorted(regions: Region[], { sort, direction }: OutlineOptions): Region[] {
  const key = sort === 'score' ? (region: Region) => region.score : startTime
  // Saving order is the order of creation. Regions without a key come last, whichever the direction.
  const ordered = sort === 'date' ? regions : withKeyFirst(regions, key)
  if (direction === 'asc') return ordered
  if (sort === 'date') return ordered.reverse()
  const known = ordered.filter((region) => key(region) !== undefined)
  return [...known.reverse(), ...ordered.filter((region) => key(region) === undefined)]
}

function withKeyFirst(regions: Region[], key: (region: Region) => number | undefined): Region[] {
  return regions
    .map((region) => ({ region, key: key(region) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.key === b.key ? 0 : a.key - b.key))
    .map(({ region }) => region)
}

/** Seconds of a sound or series range, first frame of a video region. */
export function startTime({ shape, kind }: Region): number | undefined {
  const first = (list: Json | undefined): Json | undefined => (Array.isArray(list) ? list[0] : undefined)
  const numberIn = (value: Json | undefined, key: string): number | undefined => {
    const found = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[key] : undefined
    return typeof found === 'number' ? found : undefined
  }
  return (
    numberIn(first(shape.sequence), 'frame') ??
    numberIn(first(shape.ranges), 'start') ??
    (kind === 'timerange' || kind === 'seriesrange' ? numberIn(shape, 'start') : undefined)
  )
}

function withAncestors(document: LabelDocument, all: readonly Region[], filter: (region: Region) => boolean): Region[] {
  const kept = new Set<RegionId>()
  for (const region of all) {
    if (!filter(region)) continue
    for (let at: Region | undefined = region; at && !kept.has(at.id); ) {
      kept.add(at.id)
      at = at.parent === undefined ? undefined : document.region(at.parent)
    }
  }
  return all.filter((region) => kept.has(region.id))
}

function tree(regions: readonly Region[], number: ReadonlyMap<RegionId, number>): OutlineRow[] {
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
  const place = (region: Region, depth: number): void => {
    if (placed.has(region.id)) return
    placed.add(region.id)
    rows.push({ row: 'region', key: region.id, id: region.id, depth, number: number.get(region.id) ?? 0 })
    for (const child of children.get(region.id) ?? []) place(child, depth + 1)
  }
  for (const region of children.get(undefined) ?? []) place(region, 0)
  // Imported data may hold circles of parents, which hang on no root.
  for (const region of regions) place(region, 0)
  return rows
}

function grouped(
  document: LabelDocument,
  regions: readonly Region[],
  by: 'label' | 'type',
  number: ReadonlyMap<RegionId, number>,
): OutlineRow[] {
  const groups = new Map<string, { colour: string | undefined; ids: RegionId[] }>()
  const put = (title: string, colour: string | undefined, id: RegionId): void => {
    const group = groups.get(title) ?? { colour, ids: [] }
    group.ids.push(id)
    groups.set(title, group)
  }
  for (const { id, kind } of regions) {
    if (by === 'type') {
      put(kind, undefined, id)
      continue
    }
    const labels = document.labelsOf(id)
    for (const { stored, option } of labels) put(option?.value ?? stored, option?.colour, id)
    if (labels.length === 0) put('', undefined, id)
  }
  return [...groups].flatMap(([title, { colour, ids }]): OutlineRow[] => [
    { row: 'group', key: `group:${title}`, title, size: ids.length, ...(colour ? { colour } : {}) },
    ...ids.map(
      (id): OutlineRow => ({ row: 'region', key: `${title}/${id}`, id, depth: 1, number: number.get(id) ?? 0 }),
    ),
  ])
}
