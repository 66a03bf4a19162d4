/**
 * A mask as PNG: opaque black where it is, transparent elsewhere, eight bits a channel, as browsers write it. Written
 * from the runs and compressed on the way: a 24-megapixel picture costs its painted rows and some bytes a row more,
 * where a canvas of that size would hold 96 MB and stop the page for a second.
 *
 * Every row is stored as its difference from the one above, so that rows are zeros but for where an edge moves.
 */

import type { Mask } from './runs'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const CHANNELS = 4
/** Row filter: each byte is the difference from the byte above. */
const UP = 2

export function encodePng(mask: Mask): Uint8Array {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, mask.width)
  view.setUint32(4, mask.height)
  // Eight bits, colours with alpha; no interlacing.
  header.set([8, 6, 0, 0, 0], 8)
  const parts = [Uint8Array.from(SIGNATURE), chunk('IHDR', header), chunk('IDAT', pixels(mask)), chunk('IEND')]
  const png = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    png.set(part, at)
    at += part.length
  }
  return png
}

function pixels(mask: Mask): Uint8Array<ArrayBuffer> {
  const { width, height } = mask
  const out = new Deflater()
  let above: number[] = []
  let next = 0
  for (let y = 0; y < height; y++) {
    const edges: number[] = []
    for (; next < mask.starts.length && (mask.starts[next] as number) < (y + 1) * width; next++) {
      edges.push((mask.starts[next] as number) - y * width, (mask.ends[next] as number) - y * width)
    }
    out.literal(UP)
    writeRow(out, edges, above, width)
    above = edges
  }
  return out.finish()
}

/** The difference between two rows, each given as the columns where it changes between empty and painted. */
function writeRow(out: Deflater, row: readonly number[], above: readonly number[], width: number): void {
  let [at, empty] = [0, 0]
  let [inRow, inAbove] = [0, 0]
  while (at < width) {
    while (row[inRow] === at) inRow += 1
    while (above[inAbove] === at) inAbove += 1
    const stop = Math.min(row[inRow] ?? width, above[inAbove] ?? width)
    const now = inRow & 1
    const before = inAbove & 1
    if (now === before) empty += stop - at
    else {
      out.zeros(empty * CHANNELS)
      empty = 0
      out.pixels(stop - at, now ? 255 : 1)
    }
    at = stop
  }
  out.zeros(empty * CHANNELS)
}

/**
 * A zlib stream of what masks are made of. The code lengths are fixed beforehand: the longest match takes a single bit,
 * so an empty row is written at two bits for 258 bytes.
 */
class Deflater {
  private readonly bits = new LowBits()
  private a = 1
  private b = 0

  constructor() {
    this.bits.write(0x0178, 16)
    // One block, the last one, with code lengths of its own.
    this.bits.write(0b101, 3)
    this.bits.write(LITERALS.length - 257, 5)
    this.bits.write(DISTANCES.length - 1, 5)
    this.bits.write(CODE_ORDER.length - 4, 4)
    for (const symbol of CODE_ORDER) this.bits.write(CODE_LENGTHS[symbol] ?? 0, 3)
    const codes = codesOf(CODE_LENGTHS)
    for (const length of [...LITERALS, ...DISTANCES]) this.bits.code(codes[length] ?? 0, CODE_LENGTHS[length] ?? 0)
  }

  literal(byte: number): void {
    this.symbol(byte)
    this.a = (this.a + byte) % ADLER
    this.b = (this.b + this.a) % ADLER
  }

  zeros(count: number): void {
    if (count === 0) return
    this.symbol(0)
    let left = count - 1
    // The longest match and the distance of one byte are a zero bit each: eight of them are two bytes.
    for (; left >= 8 * LONGEST; left -= 8 * LONGEST) this.bits.write(0, 16)
    while (left >= 3) left -= this.match(left, 0)
    for (; left > 0; left--) this.symbol(0)
    this.b = (this.b + count * this.a) % ADLER
  }

  /** Pixels whose only byte that is not zero is the last. */
  pixels(count: number, alpha: number): void {
    for (const byte of [0, 0, 0, alpha]) this.symbol(byte)
    // Whole pixels at a time: a rest of one or two bytes could not be matched.
    let left = (count - 1) * CHANNELS
    while (left > 0) left -= this.match(Math.min(left, 256), 3)
    for (let i = 0; i < count; i++) {
      this.b = (this.b + 3 * this.a) % ADLER
      this.a = (this.a + alpha) % ADLER
      this.b = (this.b + this.a) % ADLER
    }
  }

  finish(): Uint8Array<ArrayBuffer> {
    this.symbol(256)
    return this.bits.finish([this.b >> 8, this.b & 255, this.a >> 8, this.a & 255])
  }

  private symbol(symbol: number): void {
    this.bits.code(LITERAL_CODES[symbol] ?? 0, LITERALS[symbol] ?? 0)
  }

  /** Repeats what came before; returns how many bytes. */
  private match(wanted: number, distance: 0 | 3): number {
    const length = Math.min(wanted, LONGEST)
    const index = MATCHES.findLastIndex(([from]) => from <= length)
    const [from, extra] = MATCHES[index] as readonly [number, number]
    this.symbol(257 + index)
    this.bits.write(length - from, extra)
    // Two distances are in use, one byte and one pixel; each has a code of one bit.
    this.bits.write(distance === 0 ? 0 : 1, 1)
    return length
  }
}

const ADLER = 65_521
/** Bytes a match repeats at most. */
const LONGEST = 258

/** Shortest length of each length symbol, and how many bits tell what comes on top. */
const MATCHES: readonly (readonly [from: number, extra: number])[] = (() => {
  const matches: [number, number][] = []
  let from = 3
  for (let i = 0; i < 28; i++) {
    const extra = i < 8 ? 0 : (i >> 2) - 1
    matches.push([from, extra])
    from += 2 ** extra
  }
  return [...matches, [LONGEST, 0]]
})()

/** Code lengths of bytes, end and matches; together they fill the code exactly. */
const LITERALS: readonly number[] = Array.from({ length: 286 }, (_, symbol) => {
  if (symbol === 285) return 1
  if (symbol === 0) return 3
  if (symbol === UP || symbol === 255) return 4
  if (symbol === 1) return 5
  if (symbol === 256 || symbol === 257) return 8
  return symbol > 257 ? 7 : 0
})
const DISTANCES = [1, 0, 0, 1]
/** Code lengths of the code lengths that occur: 0, 1, 3, 4, 5, 7, 8. */
const CODE_LENGTHS: readonly number[] = [2, 3, 0, 3, 3, 3, 0, 3, 3]
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1]

/** Canonical codes: shorter ones first, then by symbol. */
function codesOf(lengths: readonly number[]): number[] {
  const codes: number[] = []
  let code = 0
  for (let length = 1; length <= 15; length++) {
    code <<= 1
    for (const [symbol, own] of lengths.entries()) if (own === length) codes[symbol] = code++
  }
  return codes
}
const LITERAL_CODES = codesOf(LITERALS)

/** Deflate fills its bytes from the lowest bit; codes go in with their highest bit first. */
class LowBits {
  private bytes = new Uint8Array(4096)
  private length = 0
  private pending = 0
  private count = 0

  write(value: number, bits: number): void {
    this.pending |= value << this.count
    this.count += bits
    while (this.count >= 8) {
      this.push(this.pending & 255)
      this.pending >>>= 8
      this.count -= 8
    }
  }

  code(code: number, length: number): void {
    let turned = 0
    for (let i = 0; i < length; i++) turned |= ((code >> i) & 1) << (length - 1 - i)
    this.write(turned, length)
  }

  finish(after: readonly number[]): Uint8Array<ArrayBuffer> {
    if (this.count > 0) this.push(this.pending & 255)
    for (const byte of after) this.push(byte)
    return this.bytes.slice(0, this.length)
  }

  private push(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes[this.length++] = byte
  }
}

function chunk(name: string, data = new Uint8Array(0)): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  for (let i = 0; i < 4; i++) bytes[4 + i] = name.charCodeAt(i)
  bytes.set(data, 8)
  view.setUint32(data.length + 8, checksum(bytes.subarray(4, data.length + 8)))
  return bytes
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (CRC[(value ^ byte) & 255] as number) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
