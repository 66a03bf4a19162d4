/**
 * By what drawn regions are known as the same thing when two documents are compared: masks by their pixels, paths by how
 * far they run apart, everything else by its box.
 */

import { byBoxes, distanceToPath, type Measure, type Point, type Region } from '../../model'
import type { Mask, Spans } from './masks/runs'
import { maskOf, storedAt } from './masks/wire'
import { shapeKind } from './shapes'
import type { Box, Size } from './viewport'

/** How far apart, as a share of their own size, two paths are that have nothing in common. */
const FAR = 0.1

export const byDrawing: Measure = {
  extent(region) {
    const kind = shapeKind(region.kind)
    const size = pictureOf(region)
    if (kind?.lines) return grown(kind.bounds(region.shape, size), FAR)
    return kind?.mask ? pixels(region, size)?.bounds : byBoxes.extent(region)
  },
  overlap(a, b) {
    const kind = shapeKind(a.kind)
    if (kind?.lines) return undefined
    if (!kind?.mask) return byBoxes.overlap(a, b)
    const size = pictureOf(a)
    const [one, other] = [pixels(a, size), pixels(b, size)]
    return one && other && overlapOfMasks(one, other)
  },
  nearness(a, b) {
    const lines = shapeKind(a.kind)?.lines
    if (!lines) return undefined
    const size = pictureOf(a)
    const [one, other] = [lines(a.shape, size), lines(b.shape, size)]
    const reach = FAR * Math.max(lengthOf(one), lengthOf(other))
    const apart = (distance(one, other) + distance(other, one)) / 2
    return reach > 0 ? Math.max(0, 1 - apart / reach) : 0
  },
}

/** Without its size the picture is a square: the error is one of proportion alone. */
function pictureOf({ outer: { original_width: width, original_height: height } = {} }: Region): Size {
  const isKnown = typeof width === 'number' && typeof height === 'number' && width > 0 && height > 0
  return isKnown ? { width, height } : { width: 100, height: 100 }
}

function pixels({ shape, outer }: Region, size: Size): Mask | undefined {
  storedAt(shape, outer)
  return maskOf(shape, size)
}

/** Intersection over union of what is painted at all. */
export function overlapOfMasks(a: Spans, b: Spans): number {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.starts.length && j < b.starts.length) {
    const [endA, endB] = [a.ends[i] as number, b.ends[j] as number]
    shared += Math.max(0, Math.min(endA, endB) - Math.max(a.starts[i] as number, b.starts[j] as number))
    if (endA <= endB) i += 1
    if (endB <= endA) j += 1
  }
  const all = painted(a) + painted(b) - shared
  return all === 0 ? 0 : shared / all
}

const painted = ({ starts, ends }: Spans): number =>
  ends.reduce((sum, end, index) => sum + end - (starts[index] as number), 0)

function grown({ minX, minY, maxX, maxY }: Box, share: number): Box {
  const by = share * Math.hypot(maxX - minX, maxY - minY)
  return { minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by }
}

type Line = readonly Point[]

const lengthOf = (lines: readonly Line[]): number => pieces(lines).reduce((sum, [a, b]) => sum + dist(a, b), 0)

const dist = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y)

const pieces = (lines: readonly Line[]): (readonly [Point, Point])[] =>
  lines.flatMap((line) => line.slice(1).map((to, index) => [line[index] as Point, to] as const))

/** Places along each piece at which the way to the other path is taken. */
const PLACES = [0, 0.25, 0.5, 0.75, 1] as const

/** How far it is, on the average along the lines, to the others. */
function distance(from: readonly Line[], to: readonly Line[]): number {
  let [sum, length] = [0, 0]
  for (const [a, b] of pieces(from)) {
    const long = dist(a, b)
    const ways = PLACES.map((t) => {
      const at = { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
      return Math.min(...to.map((line) => distanceToPath(line, at, false)))
    })
    sum += (long * ways.reduce((all, way) => all + way, 0)) / ways.length
    length += long
  }
  return length === 0 ? Number.POSITIVE_INFINITY : sum / length
}
