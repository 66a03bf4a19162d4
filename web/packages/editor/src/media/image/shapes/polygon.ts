/** Polygons: points in percent, closed unless `closed` is false. */

import { distanceToPath, distanceToSegment, type JsonObject, polygonContains } from '../../../model'
import { boxOf, clampTo, type Point, type Size } from '../viewport'
import { type Handle, type ShapeKind, transformed, within } from './shape'

/** In screen pixels. */
const SAME_PIXEL = 0.7
/** Fewer make no area. */
export const LEAST_POINTS = 3

const isPair = (it: unknown): it is [number, number] =>
  Array.isArray(it) && Number.isFinite(it[0]) && Number.isFinite(it[1])

/** Points of shapes on the picture they were asked for: a shape never changes, and is drawn and hit again and again. */
const known = new WeakMap<JsonObject, { readonly picture: Size; readonly points: Point[] }>()

/** The points of a polygon, in natural pixels. */
export function polygonPoints(shape: JsonObject, picture: Size): readonly Point[] {
  const before = known.get(shape)
  const { width, height } = picture
  if (before?.picture.width === width && before.picture.height === height) return before.points
  const points = (Array.isArray(shape.points) ? shape.points : [])
    .filter(isPair)
    .map(([x, y]) => ({ x: (x / 100) * width, y: (y / 100) * height }))
  known.set(shape, { picture, points })
  return points
}

const isClosed = (shape: JsonObject): boolean => shape.closed !== false

const toPercent = ({ x, y }: Point, { width, height }: Size): [number, number] => [
  (x / width) * 100,
  (y / height) * 100,
]

const write = (shape: JsonObject, points: readonly Point[], picture: Size): JsonObject => ({
  ...shape,
  points: points.map((point) => toPercent(point, picture)),
})

/** A polygon through points of the picture. */
export const polygonThrough = (points: readonly Point[], closed: boolean, picture: Size): JsonObject => ({
  ...write(
    {},
    points.map((point) => clampTo(picture, point)),
    picture,
  ),
  closed,
})

/** The outline in the making with one point more. */
export const polygonWith = (shape: JsonObject, at: Point, picture: Size): JsonObject => ({
  points: [...(Array.isArray(shape.points) ? shape.points : []), toPercent(clampTo(picture, at), picture)],
  closed: false,
})

/** The box between two corners as a polygon, for those who draw without a pointer. */
export const polygonBetween = (a: Point, b: Point, picture: Size): JsonObject =>
  polygonThrough([a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }], true, picture)

/** Index of the edge that begins at a point and passes by `at`. */
function edgeNear(points: readonly Point[], closed: boolean, at: Point, slack: number): number | undefined {
  let best: number | undefined
  let least = slack
  for (const [index, a] of points.entries()) {
    const b = points[index + 1] ?? (closed ? points[0] : undefined)
    if (!b) continue
    const distance = distanceToSegment(a, b, at)
    if (distance <= least) [best, least] = [index, distance]
  }
  return best
}

export const polygon: ShapeKind = {
  area: isClosed,
  fields: [],

  bounds: (shape, picture) => {
    const points = polygonPoints(shape, picture)
    return points.length === 0 ? { minX: 0, minY: 0, maxX: 0, maxY: 0 } : boxOf(points)
  },

  outline: (shape, picture) => (isClosed(shape) ? [...polygonPoints(shape, picture)] : undefined),

  trace(path, shape, picture, scale) {
    const [first, ...rest] = polygonPoints(shape, picture)
    if (!first) return
    path.moveTo(first.x, first.y)
    // Points that fall on the same screen pixel draw nothing that one of them would not.
    const step = SAME_PIXEL / scale
    let last = first
    for (const point of rest) {
      if (Math.abs(point.x - last.x) < step && Math.abs(point.y - last.y) < step && point !== rest.at(-1)) continue
      path.lineTo(point.x, point.y)
      last = point
    }
    if (isClosed(shape)) path.closePath()
  },

  hit(shape, picture, at, slack) {
    const points = polygonPoints(shape, picture)
    return (isClosed(shape) && polygonContains(points, at)) || distanceToPath(points, at, isClosed(shape)) <= slack
  },

  handles: (shape, picture) =>
    polygonPoints(shape, picture).map(
      (at, index): Handle => ({ id: String(index), at, cursor: 'move', look: 'vertex' }),
    ),

  dragHandle({ from, handle, to, picture }) {
    const points = polygonPoints(from, picture)
    const index = Number(handle)
    if (!points[index]) return from
    return write(from, points.with(index, clampTo(picture, to)), picture)
  },

  move(shape, picture, by) {
    const points = polygonPoints(shape, picture)
    if (points.length === 0) return shape
    const step = within(boxOf(points), picture, by)
    return write(
      shape,
      points.map(({ x, y }) => ({ x: x + step.x, y: y + step.y })),
      picture,
    )
  },

  insertPoint(shape, picture, at, slack) {
    const points = polygonPoints(shape, picture)
    const edge = edgeNear(points, isClosed(shape), at, slack)
    if (edge === undefined) return undefined
    const more = points.toSpliced(edge + 1, 0, clampTo(picture, at))
    return { shape: write(shape, more, picture), handle: String(edge + 1) }
  },

  removePoint(shape, handle) {
    const points = Array.isArray(shape.points) ? shape.points : []
    if (points.length <= LEAST_POINTS) return undefined
    return { ...shape, points: points.toSpliced(Number(handle), 1) }
  },

  transform: (shape, picture, by) =>
    write(
      shape,
      polygonPoints(shape, picture).map((point) => transformed(by, point)),
      picture,
    ),
}
