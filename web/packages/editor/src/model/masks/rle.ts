/**
 * Run-length code of brush masks, as Label Studio stores them. The format never changes: a bit stream, most significant
 * bit first, of an RGBA image in row-major order at natural size.
 *
 *   32 bits  N, number of values (width × height × 4)
 *    5 bits  W - 1, bits per value (W = 8)
 *   4 × 4    S0…S3 minus 1, bit widths of the run-length fields
 *
 * then blocks until N values are out: 1 bit (1: one value repeated, 0: literals), 2 bits (which S), S bits (count - 1),
 * and the value or values. Only alpha carries meaning; the other three channels repeat it.
 */

import { BitReader, BitWriter } from './bits'

const HEADER_BITS = 32 + 5 + 16
const SIZES = [3, 4, 8, 16] as const
const CHANNELS = 4

export class RleError extends Error {}

/** The alpha channel, one byte per pixel. Throws `RleError` if the code ends early or says another size. */
export function decodeRle(rle: ArrayLike<number>, pixels: number): Uint8Array {
  const alpha = new Uint8Array(pixels)
  readRuns(rle, pixels, (start, end, value) => alpha.fill(value, start, end))
  return alpha
}

/** Tells the pixels that are not empty as runs of one alpha, in order, without a picture in memory. */
export function readRuns(
  rle: ArrayLike<number>,
  pixels: number,
  tell: (start: number, end: number, value: number) => void,
): void {
  const input = new BitReader(rle)
  if (rle.length * 8 < HEADER_BITS) throw new RleError('The mask has no header')
  const total = input.read(32)
  if (total !== pixels * CHANNELS) {
    throw new RleError(`The mask has ${total} values; this image needs ${pixels * CHANNELS}`)
  }
  const valueBits = input.read(5) + 1
  const sizes = [0, 0, 0, 0].map(() => input.read(4) + 1)
  let at = 0
  while (at < total) {
    const isRun = input.read(1) === 1
    const count = input.read(sizes[input.read(2)] as number) + 1
    if (at + count > total) throw new RleError('The mask has more values than it says')
    if (isRun) {
      // Of the values of a pixel the last is its alpha.
      const value = input.read(valueBits)
      const [first, last] = [at >> 2, (at + count) >> 2]
      if (value > 0 && first < last) tell(first, last, value)
    } else {
      for (let i = at; i < at + count; i++) {
        const value = input.read(valueBits)
        if (value > 0 && i % CHANNELS === CHANNELS - 1) tell(i >> 2, (i >> 2) + 1, value)
      }
    }
    at += count
    if (input.overrun) throw new RleError('The mask ends early')
  }
}

/** Codes an alpha channel, one byte per pixel, with R = G = B = A as Label Studio writes it. */
export function encodeRle(alpha: Uint8Array): Uint8Array {
  const output = new RunWriter(alpha.length)
  for (let at = 0; at < alpha.length; ) {
    let end = at + 1
    while (end < alpha.length && alpha[end] === alpha[at]) end += 1
    output.run(at, end, alpha[at] as number)
    at = end
  }
  return output.finish()
}

/** Codes a mask that comes as runs in order; what lies between them is empty. */
export class RunWriter {
  private readonly output = new BitWriter()
  private at = 0
  /** The run that may still grow: equal neighbours are one. */
  private open = { start: 0, value: 0 }

  constructor(private readonly pixels: number) {
    this.output.write(pixels * CHANNELS, 32)
    this.output.write(7, 5)
    for (const size of SIZES) this.output.write(size - 1, 4)
  }

  run(start: number, end: number, value: number): void {
    if (start > this.at) this.extend(start, 0)
    this.extend(end, value)
  }

  finish(): Uint8Array {
    if (this.at < this.pixels) this.extend(this.pixels, 0)
    this.close()
    return this.output.finish()
  }

  private extend(end: number, value: number): void {
    if (value !== this.open.value) {
      this.close()
      this.open = { start: this.at, value }
    }
    this.at = end
  }

  /** A pixel is four equal values, so a run is never of length one. */
  private close(): void {
    const { start, value } = this.open
    for (let left = (this.at - start) * CHANNELS; left > 0; ) {
      const count = Math.min(left, 65_536)
      const which = count <= 8 ? 0 : count <= 16 ? 1 : count <= 256 ? 2 : 3
      this.output.write(1, 1)
      this.output.write(which, 2)
      this.output.write(count - 1, SIZES[which])
      this.output.write(value, 8)
      left -= count
    }
  }
}
