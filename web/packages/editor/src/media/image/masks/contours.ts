/** From pixels to lines and back: the outlines of a mask, fewer points on them, and the pixels inside of an outline. */

import { distanceToSegment } from '../../../model'
import type { Point, Size } from '../viewport'
import type { Mask, Spans } from './runs'

export interface Ring {
  /** Along the edges of pixels, clockwise; a hole runs the other way. */
  readonly points: readonly Point[]
  readonly isHole: boolean
}

/** Edges between paint and none, by the corner they start at (`y * (width + 1) + x`), with paint on their right. */
interface Edges {
  readonly width: number
  /** To the corner where a horizontal edge ends. */
  readonly right: Map<number, number>
  readonly left: Map<number, number>
  readonly up: Set<number>
  readonly down: Set<number>
}

type Row = readonly (readonly [from: number, to: number])[]

function rowsOf({ width, height, starts, ends }: Mask): Row[] {
  const rows: [number, number][][] = Array.from({ length: height }, () => [])
  for (let i = 0; i < starts.length; i++) {
    const y = Math.floor((starts[i] as number) / width)
    const row = rows[y] as [number, number][]
    const [from, to] = [(starts[i] as number) - y * width, (ends[i] as number) - y * width]
    const last = row[row.length - 1]
    // Runs of other values that touch are one piece of paint.
    if (last && last[1] === from) last[1] = to
    else row.push([from, to])
  }
  return rows
}

/** The parts of `row` that are not in `other`. */
function* without(row: Row, other: Row): Generator<readonly [number, number]> {
  let next = 0
  for (const [from, to] of row) {
    let at = from
    while (next < other.length && (other[next] as readonly [number, number])[1] <= at) next += 1
    for (let i = next; i < other.length && (other[i] as readonly [number, number])[0] < to; i++) {
      const [start, end] = other[i] as readonly [number, number]
      if (start > at) yield [at, start]
      at = Math.max(at, end)
    }
    if (at < to) yield [at, to]
  }
}

function edgesOf(mask: Mask): Edges {
  const width = mask.width + 1
  const rows = rowsOf(mask)
  const edges: Edges = { width, right: new Map(), left: new Map(), up: new Set(), down: new Set() }
  for (let y = 0; y <= mask.height; y++) {
    const [above, row] = [rows[y - 1] ?? [], rows[y] ?? []]
    const at = y * width
    for (const [from, to] of without(row, above)) edges.right.set(at + from, at + to)
    for (const [from, to] of without(above, row)) edges.left.set(at + to, at + from)
    for (const [from, to] of row) {
      edges.down.add(at + to)
      edges.up.add(at + width + from)
    }
  }
  return edges
}

/**
 * Where an edge that starts here ends, taken out. Where two pieces of paint meet by a corner, turning right whenever one
 * can keeps each to itself.
 */
function take({ width, right, left, up, down }: Edges, at: number, step: number): number | undefined {
  for (const way of step === width ? [left, right] : [right, left]) {
    const end = way.get(at)
    if (end !== undefined) {
      way.delete(at)
      return end
    }
  }
  const upFirst = step < 0
  if (upFirst && up.delete(at)) return at - width
  if (down.delete(at)) return at + width
  return up.delete(at) ? at - width : undefined
}

function follow(edges: Edges, start: number): Point[] {
  const { width } = edges
  const corners: number[] = []
  let at = start
  let step = 0
  for (let next = take(edges, at, step); next !== undefined; next = at === start ? undefined : take(edges, at, step)) {
    // Upright lines come pixel by pixel: only their ends count.
    if (Math.abs(step) === width && next - at === step) corners.pop()
    corners.push(next)
    step = next - at
    at = next
  }
  return corners.map((corner) => ({ x: corner % width, y: Math.floor(corner / width) }))
}

const turnOf = (points: readonly Point[]): number =>
  points.reduce((sum, a, i) => {
    const b = points[(i + 1) % points.length] as Point
    return sum + a.x * b.y - b.x * a.y
  }, 0)

export function contours(mask: Mask): Ring[] {
  const edges = edgesOf(mask)
  const rings: Ring[] = []
  for (const start of [...edges.right.keys()]) {
    if (!edges.right.has(start)) continue
    const points = follow(edges, start)
    rings.push({ points, isHole: turnOf(points) < 0 })
  }
  return rings
}

/** Fewer points, none further than `tolerance` from the ring (Douglas–Peucker). */
export function simplified(ring: readonly Point[], tolerance: number): Point[] {
  const [first] = ring
  if (!first || ring.length < 4) return [...ring]
  let far = 0
  for (const [index, point] of ring.entries()) {
    const best = ring[far] as Point
    if (Math.hypot(point.x - first.x, point.y - first.y) > Math.hypot(best.x - first.x, best.y - first.y)) far = index
  }
  const closed = [...ring, first]
  const kept = new Uint8Array(closed.length)
  kept[0] = 1
  kept[far] = 1
  keepBetween(closed, 0, far, tolerance, kept)
  keepBetween(closed, far, ring.length, tolerance, kept)
  return ring.filter((_, index) => kept[index] === 1)
}

function keepBetween(points: readonly Point[], from: number, to: number, tolerance: number, kept: Uint8Array): void {
  const open: [number, number][] = [[from, to]]
  for (let range = open.pop(); range; range = open.pop()) {
    const [start, end] = range
    let [furthest, most] = [0, tolerance]
    for (let i = start + 1; i < end; i++) {
      const off = distanceToSegment(points[start] as Point, points[end] as Point, points[i] as Point)
      if (off > most) [furthest, most] = [i, off]
    }
    if (furthest === 0) continue
    kept[furthest] = 1
    open.push([start, furthest], [furthest, end])
  }
}

/** The pixels whose centres lie inside of an outline, by the even-odd rule. */
export function areaSpans(outline: readonly Point[], { width, height }: Size): Spans {
  const starts: number[] = []
  const ends: number[] = []
  const crossings = crossingsByRow(outline, height)
  for (const y of [...crossings.keys()].sort((a, b) => a - b)) {
    const row = (crossings.get(y) ?? []).sort((a, b) => a - b)
    for (let i = 0; i + 1 < row.length; i += 2) {
      const from = Math.max(0, Math.ceil((row[i] as number) - 0.5))
      const to = Math.min(width, Math.ceil((row[i + 1] as number) - 0.5))
      if (from >= to) continue
      starts.push(y * width + from)
      ends.push(y * width + to)
    }
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

function crossingsByRow(outline: readonly Point[], height: number): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  let a = outline[outline.length - 1]
  for (const b of outline) {
    if (a && a.y !== b.y) {
      const [top, bottom] = a.y < b.y ? [a, b] : [b, a]
      const last = Math.min(height - 1, Math.ceil(bottom.y - 0.5) - 1)
      for (let y = Math.max(0, Math.ceil(top.y - 0.5)); y <= last; y++) {
        const x = top.x + ((y + 0.5 - top.y) / (bottom.y - top.y)) * (bottom.x - top.x)
        const row = rows.get(y)
        if (row) row.push(x)
        else rows.set(y, [x])
      }
    }
    a = b
  }
  return rows
}
