/** How much room a region takes, as boxes that can be compared whatever its kind: pixels, offsets, seconds or frames. */

import { ellipseBounds, polygonPoints, rectBounds } from './geometry/shapes'
import { type Box, boundsOfPoints, sizeOf } from './geometry/units'
import type { Json, JsonObject, Region } from './records'

const number = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined)

/** Undefined for kinds whose room is not simply told: two of them overlap only when they are the same. */
export function extentOf(region: Region): Box | undefined {
  const { kind, shape, outer = {} } = region
  // Percent are not square; without the size of the picture the error is one of proportion alone.
  const size = sizeOf(number(outer.original_width) ?? 100, number(outer.original_height) ?? 100)
  switch (kind) {
    case 'rect':
      return rectBounds(numbers(shape, 'x', 'y', 'width', 'height', 'rotation'), size)
    case 'ocrrect':
      return onPage(rectBounds(numbers(shape, 'x', 'y', 'width', 'height', 'rotation'), PAGE), shape.pageIndex)
    case 'ellipse':
      return ellipseBounds(numbers(shape, 'x', 'y', 'radiusX', 'radiusY', 'rotation'), size)
    case 'polygon':
      return boundsOfPoints(polygonPoints((shape.points ?? []) as [number, number][], size))
    case 'keypoint': {
      const { x, y, width } = numbers(shape, 'x', 'y', 'width')
      return rectBounds({ x: x - width, y: y - width, width: 2 * width, height: 2 * width }, size)
    }
    default:
      return spanOf(shape)
  }
}

/** Lengths are parts of the page; its proportions are not stored. */
const PAGE = sizeOf(100, 100)

/** Pages lie one below the other, so that boxes on two of them never overlap. */
function onPage({ minX, minY, maxX, maxY }: Box, page: Json | undefined): Box {
  const above = (number(page) ?? 1) * 2
  return { minX, minY: minY + above, maxX, maxY: maxY + above }
}

/** Anything that goes from a start to an end. */
function spanOf(shape: JsonObject): Box | undefined {
  const offsets = isObject(shape.globalOffsets) ? shape.globalOffsets : shape
  const [start, end] = [number(offsets.start), number(offsets.end)]
  return start === undefined || end === undefined ? undefined : { minX: start, maxX: end, minY: 0, maxY: 1 }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function numbers<K extends string>(shape: JsonObject, ...keys: K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, number(shape[key]) ?? 0])) as Record<K, number>
}

/** Intersection over union: 1 for the same box, 0 for boxes that share nothing. */
export function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a.maxX, b.maxX) - Math.max(a.minX, b.minX)
  const height = Math.min(a.maxY, b.maxY) - Math.max(a.minY, b.minY)
  if (width <= 0 || height <= 0) return 0
  const shared = width * height
  return shared / (area(a) + area(b) - shared)
}

const area = (box: Box): number => (box.maxX - box.minX) * (box.maxY - box.minY)
