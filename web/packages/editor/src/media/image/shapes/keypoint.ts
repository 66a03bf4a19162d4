/** Points: a place in percent, with the width it is drawn at, in percent of the width of the picture. */

import type { JsonObject } from '../../../model'
import { clampTo, type Point, type Size } from '../viewport'
import { number, type ShapeKind, transformed, within } from './shape'

/** Radius in screen pixels below which a point is drawn no smaller: it must be seen and hit at every zoom. */
const LEAST_RADIUS = 5

const read = (shape: JsonObject, { width, height }: Size) => ({
  x: (number(shape, 'x') / 100) * width,
  y: (number(shape, 'y') / 100) * height,
  radius: (number(shape, 'width') / 200) * width,
})

const box = ({ x, y, radius }: ReturnType<typeof read>) => ({
  minX: x - radius,
  minY: y - radius,
  maxX: x + radius,
  maxY: y + radius,
})

/** A point of `size` natural pixels across. */
export function keypointAt(at: Point, size: number, picture: Size): JsonObject {
  const { x, y } = clampTo(picture, at)
  return { x: (x / picture.width) * 100, y: (y / picture.height) * 100, width: (size / picture.width) * 100 }
}

const put = (shape: JsonObject, { x, y }: Point, picture: Size): JsonObject => ({
  ...shape,
  x: (x / picture.width) * 100,
  y: (y / picture.height) * 100,
})

export const keypoint: ShapeKind = {
  area: () => true,
  fields: [
    { key: 'x', label: 'X', unit: '%' },
    { key: 'y', label: 'Y', unit: '%' },
    { key: 'width', label: 'W', unit: '%' },
  ],

  bounds: (shape, picture) => box(read(shape, picture)),

  trace(path, shape, picture, scale) {
    const { x, y, radius } = read(shape, picture)
    const drawn = Math.max(radius, LEAST_RADIUS / scale)
    path.moveTo(x + drawn, y)
    path.ellipse(x, y, drawn, drawn, 0, 0, Math.PI * 2)
  },

  hit(shape, picture, at, slack) {
    const { x, y, radius } = read(shape, picture)
    // The slack is 3 screen pixels: a small point is as easy to hit as it is drawn, and a little more.
    return Math.hypot(at.x - x, at.y - y) <= Math.max(radius + slack, slack * 2.5)
  },

  // A point has nothing to drag but itself.
  handles: () => [],

  dragHandle: ({ from }) => from,

  move(shape, picture, by) {
    const { x, y } = read(shape, picture)
    const step = within({ minX: x, minY: y, maxX: x, maxY: y }, picture, by)
    return put(shape, { x: x + step.x, y: y + step.y }, picture)
  },

  snap: ({ x, y }) => ({ x: Math.floor(x) + 0.5, y: Math.floor(y) + 0.5 }),

  transform: (shape, picture, by) => put(shape, transformed(by, read(shape, picture)), picture),
}
