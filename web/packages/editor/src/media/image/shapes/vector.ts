/**
 * Paths of points that may branch and curve. Each point names the one it hangs on (`prevPointId`; without one it begins
 * a path); a Bezier point has a control point on either side. In percent.
 */

import { distanceToPath, type Json, type JsonObject, newId, polygonContains } from '../../../model'
import { boxOf, clampTo, type Point, type Size } from '../viewport'
import { type Handle, number, type ShapeKind, transformed, within } from './shape'

interface Vertex {
  readonly id: string
  readonly at: Point
  /** The point it hangs on. */
  readonly before: string | undefined
  /** Control points towards the point before and to the next; only Bezier points have them. */
  readonly bends: readonly [Point, Point] | undefined
  /** What the wire said beyond that. */
  readonly raw: JsonObject
}

const isObject = (it: Json | undefined): it is JsonObject => typeof it === 'object' && it !== null && !Array.isArray(it)

const toPixels = (it: JsonObject, { width, height }: Size): Point => ({
  x: (number(it, 'x') / 100) * width,
  y: (number(it, 'y') / 100) * height,
})
const toPercent = ({ x, y }: Point, { width, height }: Size): JsonObject => ({
  x: (x / width) * 100,
  y: (y / height) * 100,
})

const isClosed = (shape: JsonObject): boolean => shape.closed === true

function read(shape: JsonObject, picture: Size): Vertex[] {
  const list = (Array.isArray(shape.vertices) ? shape.vertices : []).filter(isObject)
  const ids = list.map(({ id }, index) => (typeof id === 'string' ? id : `#${index}`))
  return list.map((raw, index) => {
    const { prevPointId: before, isBezier, controlPoint1: a, controlPoint2: b } = raw
    return {
      id: ids[index] as string,
      at: toPixels(raw, picture),
      // Of those that say nothing each hangs on the one listed before it.
      before: typeof before === 'string' ? before : before === undefined ? ids[index - 1] : undefined,
      bends: isBezier && isObject(a) && isObject(b) ? [toPixels(a, picture), toPixels(b, picture)] : undefined,
      raw,
    }
  })
}

function write(shape: JsonObject, vertices: readonly Vertex[], picture: Size): JsonObject {
  return {
    ...shape,
    vertices: vertices.map(({ id, at, before, bends, raw }) => {
      const { controlPoint1: _1, controlPoint2: _2, ...rest } = raw
      const controls = bends && {
        controlPoint1: toPercent(bends[0], picture),
        controlPoint2: toPercent(bends[1], picture),
      }
      return {
        ...rest,
        id,
        ...toPercent(at, picture),
        prevPointId: before ?? null,
        isBezier: bends !== undefined,
        ...controls,
      }
    }),
  }
}

interface Segment {
  readonly from: Vertex
  readonly to: Vertex
}

function segments(vertices: readonly Vertex[], closed: boolean): Segment[] {
  const byId = new Map(vertices.map((vertex) => [vertex.id, vertex]))
  const all: Segment[] = []
  for (const to of vertices) {
    const from = to.before === undefined ? undefined : byId.get(to.before)
    if (from) all.push({ from, to })
  }
  const [first, last] = [vertices[0], vertices.at(-1)]
  if (closed && first && last && vertices.length > 2) all.push({ from: last, to: first })
  return all
}

const STEPS = 16

/** A segment as points near enough to its curve. */
function flat({ from, to }: Segment): Point[] {
  if (!from.bends && !to.bends) return [from.at, to.at]
  const [a, b, c, d] = [from.at, from.bends?.[1] ?? from.at, to.bends?.[0] ?? to.at, to.at]
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = step / STEPS
    const u = 1 - t
    const mix = (key: 'x' | 'y'): number =>
      u ** 3 * a[key] + 3 * u * u * t * b[key] + 3 * u * t * t * c[key] + t ** 3 * d[key]
    return { x: mix('x'), y: mix('y') }
  })
}

const mapped = (vertex: Vertex, to: (at: Point) => Point): Vertex => {
  const { at, bends } = vertex
  return { ...vertex, at: to(at), bends: bends && [to(bends[0]), to(bends[1])] }
}

const shifted = (vertex: Vertex, by: Point): Vertex => mapped(vertex, ({ x, y }) => ({ x: x + by.x, y: y + by.y }))

const opposite = (centre: Point, { x, y }: Point): Point => ({ x: 2 * centre.x - x, y: 2 * centre.y - y })

function boundsOf(shape: JsonObject, picture: Size) {
  const vertices = read(shape, picture)
  const points = [...vertices.map((it) => it.at), ...segments(vertices, isClosed(shape)).flatMap(flat)]
  return points.length === 0 ? { minX: 0, minY: 0, maxX: 0, maxY: 0 } : boxOf(points)
}

export const vector: ShapeKind = {
  area: isClosed,
  fields: [],
  bounds: boundsOf,

  outline: (shape, picture) =>
    isClosed(shape) ? segments(read(shape, picture), true).flatMap((it) => flat(it).slice(1)) : undefined,

  lines: (shape, picture) => segments(read(shape, picture), isClosed(shape)).map(flat),

  trace(path, shape, picture) {
    let end: Vertex | undefined
    for (const { from, to } of segments(read(shape, picture), isClosed(shape))) {
      if (end !== from) path.moveTo(from.at.x, from.at.y)
      const [b, c] = [from.bends?.[1] ?? from.at, to.bends?.[0] ?? to.at]
      if (from.bends || to.bends) path.bezierCurveTo(b.x, b.y, c.x, c.y, to.at.x, to.at.y)
      else path.lineTo(to.at.x, to.at.y)
      end = to
    }
  },

  hit(shape, picture, at, slack) {
    const vertices = read(shape, picture)
    const lines = segments(vertices, isClosed(shape)).map(flat)
    if (isClosed(shape) && polygonContains(lines.flat(), at)) return true
    const near = slack * 1.5
    return (
      lines.some((line) => distanceToPath(line, at, false) <= near) ||
      vertices.some((it) => Math.hypot(at.x - it.at.x, at.y - it.at.y) <= near)
    )
  },

  handles: (shape, picture) =>
    read(shape, picture).flatMap(({ at, bends }, index): Handle[] => [
      ...(bends ?? []).map(
        (bend, side): Handle => ({ id: `${side === 0 ? 'a' : 'b'}${index}`, at: bend, cursor: 'move', look: 'edge' }),
      ),
      { id: `v${index}`, at, cursor: 'move', look: 'vertex' },
    ]),

  guides: (shape, picture) =>
    read(shape, picture).flatMap(({ at, bends }) => (bends ?? []).map((bend): [Point, Point] => [at, bend])),

  dragHandle({ from, handle, to, picture }) {
    const vertices = read(from, picture)
    const index = Number(handle.slice(1))
    const vertex = vertices[index]
    if (!vertex) return from
    if (handle.startsWith('v')) {
      const there = clampTo(picture, to)
      const by = { x: there.x - vertex.at.x, y: there.y - vertex.at.y }
      return write(from, vertices.with(index, shifted(vertex, by)), picture)
    }
    // The curve stays smooth: the other control point lies opposite.
    const other = opposite(vertex.at, to)
    const bends: [Point, Point] = handle.startsWith('a') ? [to, other] : [other, to]
    return write(from, vertices.with(index, { ...vertex, bends }), picture)
  },

  move(shape, picture, by) {
    const vertices = read(shape, picture)
    if (vertices.length === 0) return shape
    const step = within(boxOf(vertices.map((it) => it.at)), picture, by)
    return write(
      shape,
      vertices.map((vertex) => shifted(vertex, step)),
      picture,
    )
  },

  transform: (shape, picture, by) =>
    write(
      shape,
      read(shape, picture).map((vertex) => mapped(vertex, (at) => transformed(by, at))),
      picture,
    ),

  /** Opens a closed path between two points: it begins behind the gap and ends before it. */
  breakAt(shape, picture, at, slack) {
    if (!isClosed(shape)) return undefined
    const vertices = read(shape, picture)
    const gap = segments(vertices, true).find((it) => distanceToPath(flat(it), at, false) <= slack)
    if (!gap) return undefined
    const first = vertices.indexOf(gap.to)
    const turned = [...vertices.slice(first), ...vertices.slice(0, first)]
    return { ...write(shape, chained(turned), picture), closed: false }
  },

  insertPoint(shape, picture, at, slack) {
    const vertices = read(shape, picture)
    const near = segments(vertices, isClosed(shape)).find((it) => distanceToPath(flat(it), at, false) <= slack)
    if (!near) return undefined
    const added: Vertex = { id: newId(), at: clampTo(picture, at), before: near.from.id, bends: undefined, raw: {} }
    // On the edge that closes the path the new point is the last one: nothing hangs on it.
    const closing = near.to.before !== near.from.id
    const index = closing ? vertices.length : vertices.indexOf(near.to)
    const more = vertices
      .map((it) => (it === near.to && !closing ? { ...it, before: added.id } : it))
      .toSpliced(index, 0, added)
    return { shape: write(shape, more, picture), handle: `v${index}` }
  },

  removePoint(shape, handle, picture) {
    const vertices = read(shape, picture)
    const index = Number(handle.slice(1))
    const gone = vertices[index]
    if (!gone || !handle.startsWith('v') || vertices.length <= 2) return undefined
    const rest = vertices.toSpliced(index, 1).map((it) => (it.before === gone.id ? { ...it, before: gone.before } : it))
    // Two points close nothing.
    return write(rest.length < 3 && isClosed(shape) ? { ...shape, closed: false } : shape, rest, picture)
  },

  togglePoint(shape, handle, picture) {
    const vertices = read(shape, picture)
    const index = Number(handle.slice(1))
    const vertex = vertices[index]
    if (!vertex || !handle.startsWith('v')) return undefined
    if (vertex.bends) return write(shape, vertices.with(index, { ...vertex, bends: undefined }), picture)
    const before = vertices.find((it) => it.id === vertex.before)?.at ?? vertex.at
    const next = vertices.find((it) => it.before === vertex.id)?.at ?? opposite(vertex.at, before)
    // Along the line between the neighbours, a quarter of its length on either side.
    const reach = { x: (next.x - before.x) / 4, y: (next.y - before.y) / 4 }
    const bends: [Point, Point] = [
      { x: vertex.at.x - reach.x, y: vertex.at.y - reach.y },
      { x: vertex.at.x + reach.x, y: vertex.at.y + reach.y },
    ]
    return write(shape, vertices.with(index, { ...vertex, bends }), picture)
  },
}

/** Each point hangs on the one before it. */
const chained = (vertices: readonly Vertex[]): Vertex[] =>
  vertices.map((vertex, index) => ({ ...vertex, before: vertices[index - 1]?.id }))

/** The path the other way round; nothing when it branches. */
export function vectorReversed(shape: JsonObject, picture: Size): JsonObject | undefined {
  const vertices = read(shape, picture)
  if (vertices.some(({ before }, index) => before !== vertices[index - 1]?.id)) return undefined
  const reversed = vertices.toReversed().map(({ bends, ...vertex }) => ({
    ...vertex,
    bends: bends && ([bends[1], bends[0]] as const),
  }))
  return write(shape, chained(reversed), picture)
}

/** The path with one point more, hanging on the point of that index. */
export function vectorWith(shape: JsonObject, at: Point, on: number | undefined, picture: Size): JsonObject {
  const vertices = read(shape, picture)
  const before = on === undefined ? undefined : vertices[on]?.id
  const added: Vertex = { id: newId(), at: clampTo(picture, at), before, bends: undefined, raw: {} }
  return write({ ...shape, closed: isClosed(shape) }, [...vertices, added], picture)
}

/** The path with its last point curved towards `to`. */
export function vectorBent(shape: JsonObject, to: Point, picture: Size): JsonObject {
  const vertices = read(shape, picture)
  const last = vertices.at(-1)
  if (!last) return shape
  return write(shape, vertices.with(-1, { ...last, bends: [opposite(last.at, to), to] }), picture)
}

export const vectorPoints = (shape: JsonObject, picture: Size): Point[] => read(shape, picture).map((it) => it.at)

/** A line between two corners, for those who draw without a pointer. */
export const vectorBetween = (a: Point, b: Point, picture: Size): JsonObject =>
  vectorWith(vectorWith({}, a, undefined, picture), b, 0, picture)
