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

const HEADER_BITS = 32 + 5 + 16
const SIZES = [3, 4, 8, 16] as const
const CHANNELS = 4

export class RleError extends Error {}

/** The alpha channel, one byte per pixel. Throws `RleError` if the code ends early or says another size. */
export function decodeRle(rle: ArrayLike<number>, pixels: number): Uint8Array {
  const input = new BitReader(rle)
  if (rle.length * 8 < HEADER_BITS) throw new RleError('The mask has no header')
  const total = input.read(32)
  if (total !== pixels * CHANNELS) {
    throw new RleError(`The mask has ${total} values; this image needs ${pixels * CHANNELS}`)
  }
  const valueBits = input.read(5) + 1
  const sizes = [0, 0, 0, 0].map(() => input.read(4) + 1)
  const alpha = new Uint8Array(pixels)
  let at = 0
  while (at < total) {
    const isRun = input.read(1) === 1
    const count = input.read(sizes[input.read(2)] as number) + 1
    if (at + count > total) throw new RleError('The mask has more values than it says')
    if (isRun) {
      fillAlpha(alpha, at, count, input.read(valueBits))
    } else {
      for (let i = 0; i < count; i++) {
        const value = input.read(valueBits)
        if ((at + i) % CHANNELS === CHANNELS - 1) alpha[(at + i) >> 2] = value
      }
    }
    at += count
    if (input.overrun) throw new RleError('The mask ends early')
  }
  return alpha
}

/** Codes an alpha channel, one byte per pixel, with R = G = B = A as Label Studio writes it. */
export function encodeRle(alpha: Uint8Array): Uint8Array {
  const total = alpha.length * CHANNELS
  const output = new BitWriter()
  output.write(total, 32)
  output.write(7, 5)
  for (const size of SIZES) output.write(size - 1, 4)
  let at = 0
  while (at < alpha.length) {
    const value = alpha[at] as number
    let end = at + 1
    while (end < alpha.length && alpha[end] === value) end += 1
    // A pixel is four equal values, so a run is never of length one.
    for (let left = (end - at) * CHANNELS; left > 0; ) {
      const count = Math.min(left, 65_536)
      const which = count <= 8 ? 0 : count <= 16 ? 1 : count <= 256 ? 2 : 3
      output.write(1, 1)
      output.write(which, 2)
      output.write(count - 1, SIZES[which])
      output.write(value, 8)
      left -= count
    }
    at = end
  }
  return output.finish()
}

/** Writes a run of values, of which every fourth is an alpha. */
function fillAlpha(alpha: Uint8Array, at: number, count: number, value: number): void {
  if (value === 0) return
  const first = at >> 2
  const last = (at + count) >> 2
  alpha.fill(value, first, last)
}

class BitReader {
  private readonly bytes: ArrayLike<number>
  private at = 0

  constructor(bytes: ArrayLike<number>) {
    this.bytes = bytes
  }

  get overrun(): boolean {
    return this.at > this.bytes.length * 8
  }

  read(bits: number): number {
    let value = 0
    let left = bits
    while (left > 0) {
      const offset = this.at & 7
      const take = Math.min(8 - offset, left)
      const byte = this.bytes[this.at >> 3] ?? 0
      value = value * 2 ** take + ((byte >> (8 - offset - take)) & ((1 << take) - 1))
      this.at += take
      left -= take
    }
    return value
  }
}

class BitWriter {
  private bytes = new Uint8Array(1024)
  private at = 0

  write(value: number, bits: number): void {
    if ((this.at + bits) >> 3 >= this.bytes.length) this.grow()
    for (let left = bits; left > 0; ) {
      const offset = this.at & 7
      const take = Math.min(8 - offset, left)
      const part = Math.floor(value / 2 ** (left - take)) & ((1 << take) - 1)
      const index = this.at >> 3
      this.bytes[index] = (this.bytes[index] as number) | (part << (8 - offset - take))
      this.at += take
      left -= take
    }
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, (this.at + 7) >> 3)
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2)
    larger.set(this.bytes)
    this.bytes = larger
  }
}
