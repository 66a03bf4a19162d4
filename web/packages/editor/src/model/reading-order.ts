/** Where a region lies, as a key that sorts: page, then top to bottom and left to right, or from the start of a text. */

import { isObject } from './config'
import type { Json, Region } from './records'

export type SortKey = readonly number[]

/** Undefined for what has no place that could be read off it, such as a mask. */
export function placeOf(region: Region): SortKey | undefined {
  const place = placeOn(region)
  return place && [region.itemIndex ?? 0, ...place]
}

function placeOn(region: Region): SortKey | undefined {
  const { shape } = region
  const start = startTime(region)
  if (start !== undefined) return [start]
  if ('globalOffsets' in shape) return offsets(shape.globalOffsets)
  if ('start' in shape) return offsets(shape)
  const { x, y, radiusX, radiusY, pageIndex } = shape
  if (typeof x === 'number' && typeof y === 'number') {
    return [asNumber(pageIndex) ?? 0, y - (asNumber(radiusY) ?? 0), x - (asNumber(radiusX) ?? 0)]
  }
  return corner(shape.points ?? shape.vertices)
}

/** Utterances of a dialogue count before the offset inside them. */
function offsets(place: Json | undefined): SortKey | undefined {
  if (!isObject(place)) return undefined
  const start = Number(place.start)
  return Number.isFinite(start) ? [start, asNumber(place.startOffset) ?? 0] : undefined
}

/** The upper left corner of what holds all points. */
function corner(points: Json | undefined): SortKey | undefined {
  const pairs = (Array.isArray(points) ? points : []).flatMap((point): [number, number][] => {
    const [x, y] = Array.isArray(point) ? point : isObject(point) ? [point.x, point.y] : []
    return typeof x === 'number' && typeof y === 'number' ? [[x, y]] : []
  })
  if (pairs.length === 0) return undefined
  return [0, Math.min(...pairs.map(([, y]) => y)), Math.min(...pairs.map(([x]) => x))]
}

/** Seconds of a sound or series range, first frame of a video region. */
export function startTime({ shape, kind }: Region): number | undefined {
  const first = (list: Json | undefined): Json | undefined => (Array.isArray(list) ? list[0] : undefined)
  const numberIn = (value: Json | undefined, key: string): number | undefined =>
    isObject(value) ? asNumber(value[key]) : undefined
  return (
    numberIn(first(shape.sequence), 'frame') ??
    numberIn(first(shape.ranges), 'start') ??
    (kind === 'timerange' || kind === 'seriesrange' ? numberIn(shape, 'start') : undefined)
  )
}

/** Regions without a key come last, whichever the direction; those that are equal keep their order. */
export function byKey<R>(regions: readonly R[], keyOf: (region: R) => SortKey | undefined, descending: boolean): R[] {
  const known: { region: R; key: SortKey }[] = []
  const rest: R[] = []
  for (const region of regions) {
    const key = keyOf(region)
    if (key) known.push({ region, key })
    else rest.push(region)
  }
  known.sort((a, b) => compare(a.key, b.key))
  if (descending) known.reverse()
  return [...known.map(({ region }) => region), ...rest]
}

function compare(a: SortKey, b: SortKey): number {
  for (let i = 0; i < a.length || i < b.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const asNumber = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined)
