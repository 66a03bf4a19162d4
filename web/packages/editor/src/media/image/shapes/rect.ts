/**
 * Rectangles. On the wire `rotation` turns about the top-left corner, in pixel space: percent must become pixels before
 * anything is turned, or a box on a wide picture shears.
 */

import { type JsonObject, normaliseDegrees, rotate } from '../../../model'
import { boxOf, clampTo, type Point, type Size } from '../viewport'
import { cursorAlong, type Handle, type HandleDrag, number, type ShapeKind, transformed, within } from './shape'

interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly rotation: number
}

const read = (shape: JsonObject, picture: Size): Rect => ({
  x: (number(shape, 'x') / 100) * picture.width,
  y: (number(shape, 'y') / 100) * picture.height,
  width: (number(shape, 'width') / 100) * picture.width,
  height: (number(shape, 'height') / 100) * picture.height,
  rotation: number(shape, 'rotation'),
})

const write = (shape: JsonObject, rect: Rect, picture: Size): JsonObject => ({
  ...shape,
  x: (rect.x / picture.width) * 100,
  y: (rect.y / picture.height) * 100,
  width: (rect.width / picture.width) * 100,
  height: (rect.height / picture.height) * 100,
  rotation: rect.rotation,
})

/** A rectangle between two opposite corners, inside the picture. */
export function rectBetween(a: Point, b: Point, picture: Size): JsonObject {
  const { minX, minY, maxX, maxY } = boxOf([clampTo(picture, a), clampTo(picture, b)])
  return write({}, { x: minX, y: minY, width: maxX - minX, height: maxY - minY, rotation: 0 }, picture)
}

/** A rectangle by three points: one side, then how far the opposite side is. */
export function rectByThree(a: Point, b: Point, c: Point, picture: Size): JsonObject {
  const width = Math.hypot(b.x - a.x, b.y - a.y)
  const angle = Math.atan2(b.y - a.y, b.x - a.x)
  const depth = -(c.x - a.x) * Math.sin(angle) + (c.y - a.y) * Math.cos(angle)
  const degrees = (angle * 180) / Math.PI
  // A negative depth is the same box seen from its other side: its corner lies across.
  const across = Math.min(0, depth)
  const origin = { x: a.x - Math.sin(angle) * across, y: a.y + Math.cos(angle) * across }
  return write({}, { ...origin, width, height: Math.abs(depth), rotation: (degrees + 360) % 360 }, picture)
}

function corners(rect: Rect): [Point, Point, Point, Point] {
  const origin = { x: rect.x, y: rect.y }
  const at = (x: number, y: number): Point => rotate({ x: rect.x + x, y: rect.y + y }, origin, rect.rotation)
  return [at(0, 0), at(rect.width, 0), at(rect.width, rect.height), at(0, rect.height)]
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** Per handle, which sides it drags: x -1 left, 1 right; y -1 top, 1 bottom. */
const SIDES: Record<string, readonly [x: number, y: number]> = {
  nw: [-1, -1],
  n: [0, -1],
  ne: [1, -1],
  e: [1, 0],
  se: [1, 1],
  s: [0, 1],
  sw: [-1, 1],
  w: [-1, 0],
}

function resize(rect: Rect, sides: readonly [number, number], to: Point, keepRatio: boolean): Rect {
  const origin = { x: rect.x, y: rect.y }
  const local = rotate(to, origin, -rect.rotation)
  let [left, top, right, bottom] = [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height]
  if (sides[0] < 0) left = local.x
  if (sides[0] > 0) right = local.x
  if (sides[1] < 0) top = local.y
  if (sides[1] > 0) bottom = local.y
  if (keepRatio && sides[0] !== 0 && sides[1] !== 0 && rect.width > 0 && rect.height > 0) {
    const grow = Math.max(Math.abs(right - left) / rect.width, Math.abs(bottom - top) / rect.height)
    if (sides[0] < 0) left = right - Math.sign(right - left || 1) * grow * rect.width
    else right = left + Math.sign(right - left || 1) * grow * rect.width
    if (sides[1] < 0) top = bottom - Math.sign(bottom - top || 1) * grow * rect.height
    else bottom = top + Math.sign(bottom - top || 1) * grow * rect.height
  }
  const corner = rotate({ x: Math.min(left, right), y: Math.min(top, bottom) }, origin, rect.rotation)
  return { ...corner, width: Math.abs(right - left), height: Math.abs(bottom - top), rotation: rect.rotation }
}

/** Turns about the centre, as a hand does; the wire's corner follows. */
function turnTo(rect: Rect, to: Point, snap: boolean): Rect {
  const [a, , c] = corners(rect)
  const centre = middle(a, c)
  const angle = (Math.atan2(to.y - centre.y, to.x - centre.x) * 180) / Math.PI + 90
  const rotation = (((snap ? Math.round(angle / 15) * 15 : angle) % 360) + 360) % 360
  const corner = rotate({ x: centre.x - rect.width / 2, y: centre.y - rect.height / 2 }, centre, rotation)
  return { ...rect, ...corner, rotation }
}

export const rect: ShapeKind = {
  area: () => true,
  fields: [
    { key: 'x', label: 'X', unit: '%' },
    { key: 'y', label: 'Y', unit: '%' },
    { key: 'width', label: 'W', unit: '%' },
    { key: 'height', label: 'H', unit: '%' },
    { key: 'rotation', label: '∠', unit: '°' },
  ],

  bounds: (shape, picture) => boxOf(corners(read(shape, picture))),

  trace(path, shape, picture) {
    const box = read(shape, picture)
    if (box.rotation === 0) {
      path.rect(box.x, box.y, box.width, box.height)
      return
    }
    const [a, ...rest] = corners(box)
    path.moveTo(a.x, a.y)
    for (const point of rest) path.lineTo(point.x, point.y)
    path.closePath()
  },

  hit(shape, picture, at, slack) {
    const box = read(shape, picture)
    const { x, y } = rotate(at, { x: box.x, y: box.y }, -box.rotation)
    return x >= box.x - slack && x <= box.x + box.width + slack && y >= box.y - slack && y <= box.y + box.height + slack
  },

  handles(shape, picture, { rotatable, reach }) {
    const box = read(shape, picture)
    const [nw, ne, se, sw] = corners(box)
    const along = (degrees: number): string => cursorAlong(degrees + box.rotation)
    const handles: Handle[] = [
      { id: 'n', at: middle(nw, ne), cursor: along(90), look: 'edge' },
      { id: 'e', at: middle(ne, se), cursor: along(0), look: 'edge' },
      { id: 's', at: middle(se, sw), cursor: along(90), look: 'edge' },
      { id: 'w', at: middle(sw, nw), cursor: along(0), look: 'edge' },
      { id: 'nw', at: nw, cursor: along(45), look: 'corner' },
      { id: 'ne', at: ne, cursor: along(135), look: 'corner' },
      { id: 'se', at: se, cursor: along(45), look: 'corner' },
      { id: 'sw', at: sw, cursor: along(135), look: 'corner' },
    ]
    if (!rotatable) return handles
    const top = middle(nw, ne)
    const knob = rotate({ x: top.x, y: top.y - reach }, top, box.rotation)
    return [{ id: 'rotate', at: knob, cursor: 'grab', look: 'rotate' }, ...handles]
  },

  outline: (shape, picture) => corners(read(shape, picture)),

  dragHandle({ from, handle, to, picture, keepRatio }: HandleDrag) {
    const box = read(from, picture)
    if (handle === 'rotate') return write(from, turnTo(box, to, keepRatio), picture)
    const sides = SIDES[handle]
    if (!sides) return from
    const target = box.rotation === 0 ? clampTo(picture, to) : to
    return write(from, resize(box, sides, target, keepRatio), picture)
  },

  move(shape, picture, by) {
    const box = read(shape, picture)
    const step = within(boxOf(corners(box)), picture, by)
    return write(shape, { ...box, x: box.x + step.x, y: box.y + step.y }, picture)
  },

  transform(shape, picture, by) {
    const box = read(shape, picture)
    const corner = transformed(by, box)
    const size = { width: box.width * by.scale, height: box.height * by.scale }
    return write(shape, { ...corner, ...size, rotation: normaliseDegrees(box.rotation + by.degrees) }, picture)
  },
}
