/** Ellipses: centre and radii in percent, turned about the centre in pixel space. */

import { type JsonObject, normaliseDegrees, rotate } from '../../../model'
import { boxOf, clampTo, type Point, type Size } from '../viewport'
import { cursorAlong, type Handle, number, type ShapeKind, transformed, within } from './shape'

interface Ellipse {
  readonly x: number
  readonly y: number
  readonly radiusX: number
  readonly radiusY: number
  readonly rotation: number
}

const read = (shape: JsonObject, picture: Size): Ellipse => ({
  x: (number(shape, 'x') / 100) * picture.width,
  y: (number(shape, 'y') / 100) * picture.height,
  radiusX: (number(shape, 'radiusX') / 100) * picture.width,
  radiusY: (number(shape, 'radiusY') / 100) * picture.height,
  rotation: number(shape, 'rotation'),
})

const write = (shape: JsonObject, it: Ellipse, picture: Size): JsonObject => ({
  ...shape,
  x: (it.x / picture.width) * 100,
  y: (it.y / picture.height) * 100,
  radiusX: (it.radiusX / picture.width) * 100,
  radiusY: (it.radiusY / picture.height) * 100,
  rotation: it.rotation,
})

/** The ellipse that fills the box between two points, inside the picture. */
export function ellipseBetween(a: Point, b: Point, picture: Size): JsonObject {
  const { minX, minY, maxX, maxY } = boxOf([clampTo(picture, a), clampTo(picture, b)])
  const radii = { radiusX: (maxX - minX) / 2, radiusY: (maxY - minY) / 2 }
  return write({}, { x: (minX + maxX) / 2, y: (minY + maxY) / 2, ...radii, rotation: 0 }, picture)
}

/** Of a polygon that nobody tells from the ellipse. */
const CORNERS = 180

const HANDLES: Record<string, readonly [x: number, y: number]> = { n: [0, -1], e: [1, 0], s: [0, 1], w: [-1, 0] }

const at = (it: Ellipse, dx: number, dy: number): Point =>
  rotate({ x: it.x + dx, y: it.y + dy }, { x: it.x, y: it.y }, it.rotation)

function box(it: Ellipse) {
  const angle = (it.rotation * Math.PI) / 180
  const dx = Math.hypot(it.radiusX * Math.cos(angle), it.radiusY * Math.sin(angle))
  const dy = Math.hypot(it.radiusX * Math.sin(angle), it.radiusY * Math.cos(angle))
  return { minX: it.x - dx, minY: it.y - dy, maxX: it.x + dx, maxY: it.y + dy }
}

export const ellipse: ShapeKind = {
  area: () => true,
  fields: [
    { key: 'x', label: 'X', unit: '%' },
    { key: 'y', label: 'Y', unit: '%' },
    { key: 'radiusX', label: 'Rx', unit: '%' },
    { key: 'radiusY', label: 'Ry', unit: '%' },
    { key: 'rotation', label: '∠', unit: '°' },
  ],

  bounds: (shape, picture) => box(read(shape, picture)),

  trace(path, shape, picture) {
    const it = read(shape, picture)
    const angle = (it.rotation * Math.PI) / 180
    const start = at(it, it.radiusX, 0)
    path.moveTo(start.x, start.y)
    path.ellipse(it.x, it.y, it.radiusX, it.radiusY, angle, 0, Math.PI * 2)
  },

  hit(shape, picture, point, slack) {
    const it = read(shape, picture)
    const { x, y } = rotate(point, { x: it.x, y: it.y }, -it.rotation)
    const [rx, ry] = [it.radiusX + slack, it.radiusY + slack]
    return rx > 0 && ry > 0 && ((x - it.x) / rx) ** 2 + ((y - it.y) / ry) ** 2 <= 1
  },

  outline(shape, picture) {
    const it = read(shape, picture)
    return Array.from({ length: CORNERS }, (_, index) => {
      const angle = (index / CORNERS) * Math.PI * 2
      return at(it, it.radiusX * Math.cos(angle), it.radiusY * Math.sin(angle))
    })
  },

  handles(shape, picture, { rotatable, reach }) {
    const it = read(shape, picture)
    const edges = Object.entries(HANDLES).map(([id, [dx, dy]]): Handle => {
      const cursor = cursorAlong((dx === 0 ? 90 : 0) + it.rotation)
      return { id, at: at(it, dx * it.radiusX, dy * it.radiusY), cursor, look: 'corner' }
    })
    if (!rotatable) return edges
    return [{ id: 'rotate', at: at(it, 0, -it.radiusY - reach), cursor: 'grab', look: 'rotate' }, ...edges]
  },

  dragHandle({ from, handle, to, picture, keepRatio }) {
    const it = read(from, picture)
    if (handle === 'rotate') {
      const angle = (Math.atan2(to.y - it.y, to.x - it.x) * 180) / Math.PI + 90
      const rotation = keepRatio ? Math.round(angle / 15) * 15 : angle
      return write(from, { ...it, rotation: (rotation + 360) % 360 }, picture)
    }
    const local = rotate(clampTo(picture, to), { x: it.x, y: it.y }, -it.rotation)
    const along = handle === 'e' || handle === 'w' ? 'radiusX' : 'radiusY'
    const radius = along === 'radiusX' ? Math.abs(local.x - it.x) : Math.abs(local.y - it.y)
    if (!keepRatio || it[along] === 0) return write(from, { ...it, [along]: radius }, picture)
    const ratio = radius / it[along]
    return write(from, { ...it, radiusX: it.radiusX * ratio, radiusY: it.radiusY * ratio }, picture)
  },

  move(shape, picture, by) {
    const it = read(shape, picture)
    const step = within(box(it), picture, by)
    return write(shape, { ...it, x: it.x + step.x, y: it.y + step.y }, picture)
  },

  transform(shape, picture, by) {
    const it = read(shape, picture)
    const radii = { radiusX: it.radiusX * by.scale, radiusY: it.radiusY * by.scale }
    const rotation = normaliseDegrees(it.rotation + by.degrees)
    return write(shape, { ...transformed(by, it), ...radii, rotation }, picture)
  },
}
