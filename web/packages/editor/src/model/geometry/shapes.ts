/**
 * Outlines of image shapes: wire geometry (percent) in, pixels of the natural image out. A box turns about its top-left
 * corner and an ellipse about its centre, in pixel space: percent are not square.
 */

import {
  type Box,
  boundsOfPoints,
  type Point,
  pointToPercent,
  pointToPixels,
  radians,
  rotate,
  type Size,
} from './units'

/** Percent; degrees clockwise about the top-left corner. */
export interface RectShape {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly rotation?: number
}

/** Percent of width and of height; degrees clockwise about the centre. */
export interface EllipseShape {
  readonly x: number
  readonly y: number
  readonly radiusX: number
  readonly radiusY: number
  readonly rotation?: number
}

export type Corners = readonly [topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point]

export function rectCorners(rect: RectShape, size: Size): Corners {
  const topLeft = pointToPixels(rect, size)
  const extent = pointToPixels({ x: rect.width, y: rect.height }, size)
  const corner = (dx: number, dy: number): Point =>
    rotate({ x: topLeft.x + dx, y: topLeft.y + dy }, topLeft, rect.rotation ?? 0)
  return [topLeft, corner(extent.x, 0), corner(extent.x, extent.y), corner(0, extent.y)]
}

export function rectCentre(rect: RectShape, size: Size): Point {
  const [a, , c] = rectCorners(rect, size)
  return { x: (a.x + c.x) / 2, y: (a.y + c.y) / 2 }
}

/** The same box turned to `rotation` about its centre, as a person turns it by its handle. */
export function rotateRectAboutCentre(rect: RectShape, rotation: number, size: Size): RectShape {
  const centre = rectCentre(rect, size)
  const topLeft = rotate(pointToPixels(rect, size), centre, rotation - (rect.rotation ?? 0))
  return { ...rect, ...pointToPercent(topLeft, size), rotation: normaliseDegrees(rotation) }
}

export const normaliseDegrees = (degrees: number): number => ((degrees % 360) + 360) % 360

export function rectContains(rect: RectShape, p: Point, size: Size): boolean {
  const topLeft = pointToPixels(rect, size)
  const extent = pointToPixels({ x: rect.width, y: rect.height }, size)
  const local = rotate(p, topLeft, -(rect.rotation ?? 0))
  return between(local.x - topLeft.x, 0, extent.x) && between(local.y - topLeft.y, 0, extent.y)
}

export function ellipseContains(ellipse: EllipseShape, p: Point, size: Size): boolean {
  const centre = pointToPixels(ellipse, size)
  const radius = pointToPixels({ x: ellipse.radiusX, y: ellipse.radiusY }, size)
  if (radius.x <= 0 || radius.y <= 0) return false
  const local = rotate(p, centre, -(ellipse.rotation ?? 0))
  return ((local.x - centre.x) / radius.x) ** 2 + ((local.y - centre.y) / radius.y) ** 2 <= 1
}

export function ellipseBounds(ellipse: EllipseShape, size: Size): Box {
  const centre = pointToPixels(ellipse, size)
  const radius = pointToPixels({ x: ellipse.radiusX, y: ellipse.radiusY }, size)
  const angle = radians(ellipse.rotation ?? 0)
  const halfWidth = Math.hypot(radius.x * Math.cos(angle), radius.y * Math.sin(angle))
  const halfHeight = Math.hypot(radius.x * Math.sin(angle), radius.y * Math.cos(angle))
  return {
    minX: centre.x - halfWidth,
    minY: centre.y - halfHeight,
    maxX: centre.x + halfWidth,
    maxY: centre.y + halfHeight,
  }
}

/** Even-odd rule, so a polygon that crosses itself has holes. */
export function polygonContains(points: readonly Point[], p: Point): boolean {
  let inside = false
  let b = points[points.length - 1]
  for (const a of points) {
    if (b && a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) inside = !inside
    b = a
  }
  return inside
}

export const pointIsNear = (point: Point, p: Point, radius: number): boolean =>
  Math.hypot(point.x - p.x, point.y - p.y) <= radius

/** Distance to a line through points; for thin things that are hit near their edge. */
export function distanceToPath(points: readonly Point[], p: Point, closed: boolean): number {
  let best = points.length === 1 && points[0] ? Math.hypot(points[0].x - p.x, points[0].y - p.y) : Infinity
  for (let i = closed ? 0 : 1; i < points.length; i++) {
    const a = points[(i + points.length - 1) % points.length] as Point
    best = Math.min(best, distanceToSegment(a, points[i] as Point, p))
  }
  return best
}

export function distanceToSegment(a: Point, b: Point, p: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length))
  return Math.hypot(a.x + t * dx - p.x, a.y + t * dy - p.y)
}

export function polygonPoints(points: readonly (readonly [number, number])[], size: Size): Point[] {
  return points.map(([x, y]) => pointToPixels({ x, y }, size))
}

export function polygonArea(points: readonly Point[]): number {
  let twice = 0
  let b = points[points.length - 1]
  for (const a of points) {
    if (b) twice += b.x * a.y - a.x * b.y
    b = a
  }
  return Math.abs(twice) / 2
}

export const rectBounds = (rect: RectShape, size: Size): Box => boundsOfPoints(rectCorners(rect, size)) as Box

/** Width or height may be negative while somebody drags to the left. */
const between = (value: number, a: number, b: number): boolean => value >= Math.min(a, b) && value <= Math.max(a, b)
