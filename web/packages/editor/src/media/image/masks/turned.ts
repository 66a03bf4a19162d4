/** A mask turned and scaled: every pixel there asks which one it was here, so no holes come of growing. */

import type { Similarity } from '../shapes/shape'
import { type Box, boxOf, type Point } from '../viewport'
import { type Mask, MaskBuilder } from './runs'

/** The pixels of a mask within its bounds, one byte each: a drag asks for them again and again. */
const laidOut = new WeakMap<Mask, Uint8Array>()

/** What would leave the picture stays out. */
export function turned(mask: Mask, { about, scale, degrees }: Similarity): Mask {
  const { bounds } = mask
  if (!bounds) return mask
  const pixels = laidOut.get(mask) ?? layOut(mask, bounds)
  laidOut.set(mask, pixels)
  const { cos, sin } = direction(degrees)
  const there = ({ x, y }: Point): Point => ({
    x: about.x + ((x - about.x) * cos - (y - about.y) * sin) * scale,
    y: about.y + ((x - about.x) * sin + (y - about.y) * cos) * scale,
  })
  const { left, right, top, bottom } = whole(boxOf(corners(bounds).map(there)), mask)
  const out = new MaskBuilder(mask)
  const across = { x: cos / scale, y: -sin / scale }
  const [columns, rows] = [bounds.maxX - bounds.minX, bounds.maxY - bounds.minY]
  for (let y = top; y < bottom; y++) {
    // Where the middle of the first pixel of the row was, counted from the corner of the bounds.
    const [dx, dy] = [left + 0.5 - about.x, y + 0.5 - about.y]
    let u = about.x + (dx * cos + dy * sin) / scale - bounds.minX
    let v = about.y + (dy * cos - dx * sin) / scale - bounds.minY
    let [start, value] = [left, 0]
    for (let x = left; x < right; x++, u += across.x, v += across.y) {
      const isIn = u >= 0 && v >= 0 && u < columns && v < rows
      const now = isIn ? (pixels[Math.floor(v) * columns + Math.floor(u)] as number) : 0
      if (now === value) continue
      out.push(y * mask.width + start, y * mask.width + x, value)
      start = x
      value = now
    }
    out.push(y * mask.width + start, y * mask.width + right, value)
  }
  return out.finish()
}

function layOut(mask: Mask, { minX, minY, maxX, maxY }: Box): Uint8Array {
  const columns = maxX - minX
  const pixels = new Uint8Array(columns * (maxY - minY))
  for (const [i, start] of mask.starts.entries()) {
    const y = Math.floor(start / mask.width)
    const at = (y - minY) * columns + start - y * mask.width - minX
    pixels.fill(mask.values[i] as number, at, at + (mask.ends[i] as number) - start)
  }
  return pixels
}

/** Quarter turns are exact: a pixel turned by them is a pixel. */
function direction(degrees: number): { readonly cos: number; readonly sin: number } {
  const radians = (degrees * Math.PI) / 180
  const clean = (value: number): number => (Math.abs(value) < 1e-12 ? 0 : value)
  return { cos: clean(Math.cos(radians)), sin: clean(Math.sin(radians)) }
}

const corners = ({ minX, minY, maxX, maxY }: Box): Point[] => [
  { x: minX, y: minY },
  { x: maxX, y: minY },
  { x: maxX, y: maxY },
  { x: minX, y: maxY },
]

/** The whole pixels of the picture that a box touches. */
const whole = (box: Box, { width, height }: Mask) => ({
  left: Math.max(0, Math.floor(box.minX)),
  right: Math.min(width, Math.ceil(box.maxX)),
  top: Math.max(0, Math.floor(box.minY)),
  bottom: Math.min(height, Math.ceil(box.maxY)),
})
