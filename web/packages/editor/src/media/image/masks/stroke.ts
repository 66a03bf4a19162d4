/** The pixels under a round brush that was drawn along points. */

import type { Point, Size } from '../viewport'
import type { Spans } from './runs'

export interface Stroke {
  readonly points: readonly Point[]
  /** Diameter of the brush in natural pixels. */
  readonly size: number
  readonly erases: boolean
}

type Interval = [from: number, to: number]

export function strokeSpans({ points, size }: Stroke, picture: Size): Spans {
  const rows = new Map<number, Interval[]>()
  const radius = Math.max(0.5, size / 2)
  let before = points[0]
  for (const point of points) {
    addCapsule(rows, before ?? point, point, radius, picture)
    before = point
  }
  const starts: number[] = []
  const ends: number[] = []
  for (const y of [...rows.keys()].sort((a, b) => a - b)) {
    for (const [from, to] of merged(rows.get(y) ?? [])) {
      starts.push(y * picture.width + from)
      ends.push(y * picture.width + to)
    }
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** A pixel belongs to the stroke when its centre is no further than the radius from the line. */
function addCapsule(rows: Map<number, Interval[]>, a: Point, b: Point, radius: number, picture: Size): void {
  // However thin the brush, the pixel under it is painted.
  add(rows, Math.floor(b.y), Math.floor(b.x), Math.floor(b.x) + 1, picture)
  const first = Math.max(0, Math.ceil(Math.min(a.y, b.y) - radius - 0.5))
  const last = Math.min(picture.height - 1, Math.floor(Math.max(a.y, b.y) + radius - 0.5))
  const sides = sidesOf(a, b, radius)
  for (let y = first; y <= last; y++) {
    const row = y + 0.5
    let [from, to] = [Infinity, -Infinity]
    for (const centre of [a, b]) {
      const reach = radius ** 2 - (row - centre.y) ** 2
      if (reach < 0) continue
      from = Math.min(from, centre.x - Math.sqrt(reach))
      to = Math.max(to, centre.x + Math.sqrt(reach))
    }
    for (const [p, q] of sides) {
      if (p.y <= row === q.y <= row) continue
      const x = p.x + ((row - p.y) / (q.y - p.y)) * (q.x - p.x)
      from = Math.min(from, x)
      to = Math.max(to, x)
    }
    if (from <= to) add(rows, y, Math.ceil(from - 0.5), Math.floor(to - 0.5) + 1, picture)
  }
}

/** The two long sides: with the ends' circles they bound every row of the capsule, as it is convex. */
function sidesOf(a: Point, b: Point, radius: number): readonly (readonly [Point, Point])[] {
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  if (length === 0) return []
  const nx = (-(b.y - a.y) / length) * radius
  const ny = ((b.x - a.x) / length) * radius
  return [
    [
      { x: a.x + nx, y: a.y + ny },
      { x: b.x + nx, y: b.y + ny },
    ],
    [
      { x: a.x - nx, y: a.y - ny },
      { x: b.x - nx, y: b.y - ny },
    ],
  ]
}

function add(rows: Map<number, Interval[]>, y: number, from: number, to: number, { width, height }: Size): void {
  const left = Math.max(0, from)
  const right = Math.min(width, to)
  if (y < 0 || y >= height || left >= right) return
  const row = rows.get(y)
  const last = row?.[row.length - 1]
  if (!row) rows.set(y, [[left, right]])
  else if (last && left <= last[1] && right >= last[0]) {
    // Steps of a stroke lie on one another: most rows never hold more than one interval.
    last[0] = Math.min(last[0], left)
    last[1] = Math.max(last[1], right)
  } else row.push([left, right])
}

function merged(intervals: readonly Interval[]): Interval[] {
  const whole: Interval[] = []
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = whole[whole.length - 1]
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else whole.push([from, to])
  }
  return whole
}
