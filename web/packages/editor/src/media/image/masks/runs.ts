/**
 * A mask as runs of pixels: what a painted region is between the wire and the screen. A mask on 24 megapixels is some
 * thousand runs, so strokes, codes and hit tests cost what was painted, not what the picture measures. Immutable.
 */

import type { Box, Size } from '../viewport'

/** Stretches of pixels in row-major order, sorted, apart, none over the end of a row. */
export interface Spans {
  /** Index of the first pixel. */
  readonly starts: Uint32Array
  /** Index behind the last one. */
  readonly ends: Uint32Array
}

export interface Mask extends Spans, Size {
  /** Alpha of each run, 1 to 255: masks painted elsewhere have soft edges. */
  readonly values: Uint8Array
  readonly bounds: Box | undefined
}

/** Collects runs in order; neighbours become one, and rows stay apart. */
export class MaskBuilder {
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  private readonly values: number[] = []

  constructor(private readonly size: Size) {}

  push(start: number, end: number, value: number): void {
    if (value === 0) return
    const { width } = this.size
    for (let at = start; at < end; ) {
      const stop = Math.min(end, (Math.floor(at / width) + 1) * width)
      const last = this.ends.length - 1
      if (this.ends[last] === at && this.values[last] === value && at % width !== 0) this.ends[last] = stop
      else {
        this.starts.push(at)
        this.ends.push(stop)
        this.values.push(value)
      }
      at = stop
    }
  }

  finish(): Mask {
    const { width, height } = this.size
    const starts = Uint32Array.from(this.starts)
    const ends = Uint32Array.from(this.ends)
    return { width, height, starts, ends, values: Uint8Array.from(this.values), bounds: boundsOf(starts, ends, width) }
  }
}

export const emptyMask = (size: Size): Mask => new MaskBuilder(size).finish()

function boundsOf(starts: Uint32Array, ends: Uint32Array, width: number): Box | undefined {
  const first = starts[0]
  const last = ends[ends.length - 1]
  if (first === undefined || last === undefined) return undefined
  let [minX, maxX] = [width, 0]
  for (let i = 0; i < starts.length; i++) {
    const row = Math.floor((starts[i] as number) / width) * width
    minX = Math.min(minX, (starts[i] as number) - row)
    maxX = Math.max(maxX, (ends[i] as number) - row)
  }
  return { minX, minY: Math.floor(first / width), maxX, maxY: Math.floor((last - 1) / width) + 1 }
}

/** Number of the first run that ends behind `index`. */
export function firstRunAfter({ ends }: Spans, index: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) > index) high = middle
    else low = middle + 1
  }
  return low
}

export function maskHas(mask: Mask, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= mask.width || y >= mask.height) return false
  const index = Math.floor(y) * mask.width + Math.floor(x)
  const start = mask.starts[firstRunAfter(mask, index)]
  return start !== undefined && start <= index
}

/** What two masks make together, pixel by pixel; spans count as fully painted. */
export function combined(a: Mask, b: Spans | Mask, mix: (a: number, b: number) => number): Mask {
  const out = new MaskBuilder(a)
  const valueB = (index: number): number => ('values' in b ? (b.values[index] as number) : 255)
  let [i, j, at] = [0, 0, 0]
  while (i < a.starts.length || j < b.starts.length) {
    const [startA, startB] = [a.starts[i] ?? Infinity, b.starts[j] ?? Infinity]
    const [inA, inB] = [startA <= at, startB <= at]
    if (!inA && !inB) {
      at = Math.min(startA, startB)
      continue
    }
    const stop = Math.min(inA ? (a.ends[i] as number) : startA, inB ? (b.ends[j] as number) : startB)
    out.push(at, stop, mix(inA ? (a.values[i] as number) : 0, inB ? valueB(j) : 0))
    at = stop
    if (inA && a.ends[i] === at) i += 1
    if (inB && b.ends[j] === at) j += 1
  }
  return out.finish()
}

export const erased = (mask: Mask, spans: Spans): Mask => combined(mask, spans, (own, rubbed) => (rubbed > 0 ? 0 : own))

export const painted = (mask: Mask, spans: Spans): Mask => combined(mask, spans, Math.max)

/** The mask some whole pixels further; what would leave the picture stays out. */
export function moved(mask: Mask, dx: number, dy: number): Mask {
  const { width, height } = mask
  const there = new MaskBuilder(mask)
  for (let i = 0; i < mask.starts.length; i++) {
    const start = mask.starts[i] as number
    const y = Math.floor(start / width)
    const left = Math.max(0, start - y * width + dx)
    const right = Math.min(width, (mask.ends[i] as number) - y * width + dx)
    const row = (y + dy) * width
    if (y + dy >= 0 && y + dy < height && left < right) there.push(row + left, row + right, mask.values[i] as number)
  }
  return there.finish()
}

/** The mask of the same picture at another size. */
export function resized(mask: Mask, size: Size): Mask {
  const { width, height } = size
  const there = new MaskBuilder(size)
  const across = width / mask.width
  for (let y = 0; y < height; y++) {
    const row = Math.min(mask.height - 1, Math.floor(((y + 0.5) * mask.height) / height)) * mask.width
    for (let i = firstRunAfter(mask, row); i < mask.starts.length; i++) {
      const start = (mask.starts[i] as number) - row
      if (start >= mask.width) break
      const [left, right] = [Math.round(start * across), Math.round(((mask.ends[i] as number) - row) * across)]
      there.push(y * width + left, y * width + right, mask.values[i] as number)
    }
  }
  return there.finish()
}

/** A mask of nothing but fully painted pixels. */
export const solid = (size: Size, spans: Spans): Mask => painted(emptyMask(size), spans)
