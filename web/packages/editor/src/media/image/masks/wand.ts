/**
 * Grows an area of similar colour from a pixel. How far the colour may differ can be changed afterwards at little cost:
 * for every pixel that was reached is kept at which tolerance it was.
 */

import type { Point, Size } from '../viewport'
import { MaskBuilder, type Spans } from './runs'

export interface Pixels extends Size {
  readonly rgba: Uint8ClampedArray
}

/** Of pixels that were not reached; those that differ more than all others share the tolerance below it. */
const FAR = 255

export class Wand {
  private readonly reachedAt: Uint8Array
  /** Pixels at the edge of what was grown, by the tolerance that lets them in. */
  private readonly waiting: number[][] = Array.from({ length: FAR }, () => [])
  private readonly colour: readonly number[]
  private top: number
  private bottom: number
  private grownTo = -1

  constructor(
    private readonly pixels: Pixels,
    from: Point,
  ) {
    const { width, height, rgba } = pixels
    const x = Math.min(width - 1, Math.max(0, Math.floor(from.x)))
    const y = Math.min(height - 1, Math.max(0, Math.floor(from.y)))
    const start = y * width + x
    this.reachedAt = new Uint8Array(width * height).fill(FAR)
    this.colour = [...rgba.subarray(start * 4, start * 4 + 3)]
    ;[this.top, this.bottom] = [y, y]
    this.reach(start, 0)
  }

  /** The area whose colours differ by at most `tolerance` in every channel, 0 to 254. */
  area(tolerance: number): Spans {
    const level = Math.min(FAR - 1, Math.max(0, Math.round(tolerance)))
    for (; this.grownTo < level; this.grownTo++) this.grow(this.grownTo + 1)
    return this.collect(level)
  }

  private reach(pixel: number, level: number): void {
    const [r = 0, g = 0, b = 0] = this.colour
    const { rgba } = this.pixels
    const at = pixel * 4
    const off = Math.max(
      Math.abs((rgba[at] as number) - r),
      Math.abs((rgba[at + 1] as number) - g),
      Math.abs((rgba[at + 2] as number) - b),
    )
    const needed = Math.min(FAR - 1, Math.max(level, off))
    this.reachedAt[pixel] = needed
    this.waiting[needed]?.push(pixel)
  }

  private grow(level: number): void {
    const { width, height } = this.pixels
    const { reachedAt } = this
    const queue = this.waiting[level] ?? []
    for (let pixel = queue.pop(); pixel !== undefined; pixel = queue.pop()) {
      const x = pixel % width
      const y = (pixel - x) / width
      if (y < this.top) this.top = y
      if (y > this.bottom) this.bottom = y
      if (x > 0 && reachedAt[pixel - 1] === FAR) this.reach(pixel - 1, level)
      if (x < width - 1 && reachedAt[pixel + 1] === FAR) this.reach(pixel + 1, level)
      if (y > 0 && reachedAt[pixel - width] === FAR) this.reach(pixel - width, level)
      if (y < height - 1 && reachedAt[pixel + width] === FAR) this.reach(pixel + width, level)
    }
  }

  private collect(level: number): Spans {
    const { width } = this.pixels
    const { reachedAt } = this
    const found = new MaskBuilder(this.pixels)
    const end = (this.bottom + 1) * width
    for (let at = this.top * width; at < end; ) {
      while (at < end && (reachedAt[at] as number) > level) at += 1
      const start = at
      while (at < end && (reachedAt[at] as number) <= level) at += 1
      found.push(start, at, 255)
    }
    return found.finish()
  }
}

/** An area without its frays: a pixel belongs to it when most of the square of `radius` around it does. */
export function smoothed(spans: Spans, { width, height }: Size, radius: number): Spans {
  const reach = Math.round(radius)
  const first = spans.starts[0]
  const last = spans.ends[spans.ends.length - 1]
  if (reach < 1 || first === undefined || last === undefined) return spans
  const top = Math.max(0, Math.floor(first / width) - reach)
  const bottom = Math.min(height - 1, Math.floor((last - 1) / width) + reach)
  const rows = new RowCounts(spans, width, reach)
  /** How much paint lies in the column of `2 × reach + 1` pixels around each place of the row, counted per square. */
  const sums = new Uint32Array(width)
  const smooth = new MaskBuilder({ width, height })
  for (let y = top - reach; y <= bottom + reach; y++) {
    rows.add(sums, y, 1)
    rows.add(sums, y - 2 * reach - 1, -1)
    const centre = y - reach
    if (centre < top || centre > bottom) continue
    const inHeight = Math.min(height - 1, centre + reach) - Math.max(0, centre - reach) + 1
    for (let x = 0; x < width; ) {
      const start = x
      while (x < width && (sums[x] as number) * 2 > inHeight * widthAt(x, reach, width)) x += 1
      if (x > start) smooth.push(centre * width + start, centre * width + x, 255)
      else x += 1
    }
  }
  return smooth.finish()
}

const widthAt = (x: number, reach: number, width: number): number =>
  Math.min(width - 1, x + reach) - Math.max(0, x - reach) + 1

/** Paint of a row, counted in windows of `2 × reach + 1` pixels, added to sums or taken from them. */
class RowCounts {
  private readonly from = new Map<number, number>()
  private readonly to = new Map<number, number>()

  constructor(
    private readonly spans: Spans,
    private readonly width: number,
    private readonly reach: number,
  ) {
    for (let i = 0; i < spans.starts.length; i++) {
      const y = Math.floor((spans.starts[i] as number) / width)
      if (!this.from.has(y)) this.from.set(y, i)
      this.to.set(y, i + 1)
    }
  }

  add(sums: Uint32Array, y: number, sign: 1 | -1): void {
    const { width, reach } = this
    for (let i = this.from.get(y) ?? 0; i < (this.to.get(y) ?? 0); i++) {
      const start = (this.spans.starts[i] as number) - y * width
      const end = (this.spans.ends[i] as number) - y * width
      const [left, right] = [Math.max(0, start - reach), Math.min(width, end + reach)]
      for (let x = left; x < right; x++) {
        const seen = Math.min(end, x + reach + 1) - Math.max(start, x - reach)
        sums[x] = (sums[x] as number) + sign * seen
      }
    }
  }
}
