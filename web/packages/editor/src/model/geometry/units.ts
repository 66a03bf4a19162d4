/** Numbers that know their unit. The wire speaks percent of the natural image; everything that measures speaks pixels. */

export type Percent = number & { readonly unit: 'percent' }
export type Pixels = number & { readonly unit: 'px' }

/** Natural size of an image or a video picture. */
export interface Size {
  readonly width: Pixels
  readonly height: Pixels
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Axis-parallel, in the unit of what it bounds. */
export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

export const px = (value: number): Pixels => value as Pixels
export const percent = (value: number): Percent => value as Percent
export const sizeOf = (width: number, height: number): Size => ({ width: px(width), height: px(height) })

export const toPixels = (value: Percent, of: Pixels): Pixels => px((value / 100) * of)
export const toPercent = (value: Pixels, of: Pixels): Percent => percent(of === 0 ? 0 : (value / of) * 100)

export const pointToPixels = (p: Point, size: Size): Point => ({
  x: toPixels(percent(p.x), size.width),
  y: toPixels(percent(p.y), size.height),
})
export const pointToPercent = (p: Point, size: Size): Point => ({
  x: toPercent(px(p.x), size.width),
  y: toPercent(px(p.y), size.height),
})

export const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Turns clockwise (the y axis points down) about `centre`. */
export function rotate(p: Point, centre: Point, degrees: number): Point {
  if (degrees === 0) return p
  const sin = Math.sin(radians(degrees))
  const cos = Math.cos(radians(degrees))
  const dx = p.x - centre.x
  const dy = p.y - centre.y
  return { x: centre.x + dx * cos - dy * sin, y: centre.y + dx * sin + dy * cos }
}

export function boundsOfPoints(points: readonly Point[]): Box | undefined {
  const first = points[0]
  if (!first) return undefined
  let { x: minX, y: minY } = first
  let maxX = minX
  let maxY = minY
  for (const { x, y } of points) {
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  return { minX, minY, maxX, maxY }
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY

export const encloses = (outer: Box, inner: Box): boolean =>
  outer.minX <= inner.minX && outer.minY <= inner.minY && outer.maxX >= inner.maxX && outer.maxY >= inner.maxY
