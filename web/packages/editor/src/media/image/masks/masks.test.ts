import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeRle, encodeRle } from '../../../model'
import { maskRle } from './code'
import { encodePng } from './png'
import { emptyMask, erased, type Mask, MaskBuilder, maskHas, moved, painted } from './runs'
import { strokeSpans } from './stroke'
import { rleMask } from './wire'

const SIZE = { width: 37, height: 23 }

function maskOf(alpha: ArrayLike<number>, { width, height } = SIZE): Mask {
  const builder = new MaskBuilder({ width, height })
  for (let i = 0; i < alpha.length; i++) builder.push(i, i + 1, alpha[i] as number)
  return builder.finish()
}

function alphaOf({ width, height, starts, ends, values }: Mask): Uint8Array {
  const alpha = new Uint8Array(width * height)
  for (const [i, start] of starts.entries()) alpha.fill(values[i] as number, start, ends[i])
  return alpha
}

/** Pictures that hold what codes find hard: long runs, single pixels, soft values. */
const pictures = fc
  .array(fc.tuple(fc.nat(SIZE.width * SIZE.height), fc.nat(60), fc.constantFrom(0, 1, 77, 255)), { maxLength: 30 })
  .map((stretches) => {
    const alpha = new Uint8Array(SIZE.width * SIZE.height)
    for (const [start, length, value] of stretches) alpha.fill(value, start, start + length)
    return alpha
  })
const points = fc.array(
  fc.record({ x: fc.double({ min: -5, max: 40, noNaN: true }), y: fc.double({ min: -5, max: 30, noNaN: true }) }),
  { minLength: 1, maxLength: 6 },
)

describe('a mask of runs', () => {
  it('holds what a picture holds', () => {
    fc.assert(
      fc.property(pictures, (alpha) => {
        expect(alphaOf(maskOf(alpha))).toEqual(alpha)
      }),
    )
  })

  it('is coded bit for bit as the picture is, and read back', () => {
    fc.assert(
      fc.property(pictures, (alpha) => {
        const code = maskRle(maskOf(alpha))
        expect(code).toEqual([...encodeRle(alpha)])
        expect(alphaOf(rleMask(code, SIZE))).toEqual(decodeRle(code, alpha.length))
      }),
    )
  })

  it('is painted and rubbed out by pixel, and keeps soft edges elsewhere', () => {
    fc.assert(
      fc.property(pictures, points, fc.double({ min: 0.2, max: 12, noNaN: true }), (alpha, line, size) => {
        const spans = strokeSpans({ points: line, size, erases: false }, SIZE)
        const under = alphaOf(painted(emptyMask(SIZE), spans))
        const mask = maskOf(alpha)
        expect(alphaOf(painted(mask, spans))).toEqual(alpha.map((value, i) => (under[i] ? 255 : value)))
        expect(alphaOf(erased(mask, spans))).toEqual(alpha.map((value, i) => (under[i] ? 0 : value)))
      }),
    )
  })

  it('knows its pixels and its bounds', () => {
    const mask = painted(emptyMask(SIZE), strokeSpans({ points: [{ x: 10, y: 8 }], size: 6, erases: false }, SIZE))
    expect(mask.bounds).toEqual({ minX: 7, minY: 5, maxX: 13, maxY: 11 })
    expect(maskHas(mask, 10.2, 8.9)).toBe(true)
    expect(maskHas(mask, 7, 5)).toBe(false)
    expect(maskHas(mask, -1, 8)).toBe(false)
    expect(emptyMask(SIZE).bounds).toBeUndefined()
  })

  it('moves by whole pixels and loses what leaves the picture', () => {
    const mask = maskOf([1, 1, 0, 1, 1, 1], { width: 3, height: 2 })
    expect([...alphaOf(moved(mask, 1, 0))]).toEqual([0, 1, 1, 0, 1, 1])
    expect([...alphaOf(moved(mask, 0, -1))]).toEqual([1, 1, 1, 0, 0, 0])
  })
})

describe('a stroke', () => {
  it('covers the pixels whose centres are within the radius of its line', () => {
    const line = [
      { x: 6.2, y: 5.7 },
      { x: 25.9, y: 16.1 },
    ] as const
    const mask = painted(emptyMask(SIZE), strokeSpans({ points: line, size: 9, erases: false }, SIZE))
    const [a, b] = line
    const length = Math.hypot(b.x - a.x, b.y - a.y)
    for (let y = 0; y < SIZE.height; y++) {
      for (let x = 0; x < SIZE.width; x++) {
        const [px, py] = [x + 0.5 - a.x, y + 0.5 - a.y]
        const along = Math.max(0, Math.min(length, (px * (b.x - a.x) + py * (b.y - a.y)) / length))
        const off = Math.hypot(px - (along * (b.x - a.x)) / length, py - (along * (b.y - a.y)) / length)
        if (Math.abs(off - 4.5) > 1e-6) expect(maskHas(mask, x, y), `${x},${y}`).toBe(off < 4.5)
      }
    }
  })

  it('paints the pixel under it however thin the brush', () => {
    const spans = strokeSpans({ points: [{ x: 3.01, y: 2.99 }], size: 0.1, erases: false }, SIZE)
    expect([...spans.starts]).toEqual([2 * SIZE.width + 3])
  })
})

/** Reads a PNG the way any reader does: chunks, inflate, filters. */
function readPng(png: Uint8Array): { width: number; height: number; rgba: Uint8Array } {
  const view = new DataView(png.buffer, png.byteOffset)
  const data: Uint8Array[] = []
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at)
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const raw = inflateSync(Buffer.concat(data))
  const stride = width * 4
  const rgba = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    expect(raw[y * (stride + 1)]).toBe(2)
    for (let i = 0; i < stride; i++) {
      const above = y === 0 ? 0 : (rgba[(y - 1) * stride + i] as number)
      rgba[y * stride + i] = ((raw[y * (stride + 1) + 1 + i] as number) + above) & 255
    }
  }
  return { width, height, rgba }
}

describe('a mask as PNG', () => {
  it('is opaque black where it is and transparent elsewhere', () => {
    fc.assert(
      fc.property(pictures, (alpha) => {
        const read = readPng(encodePng(maskOf(alpha)))
        expect([read.width, read.height]).toEqual([SIZE.width, SIZE.height])
        expect([...read.rgba]).toEqual([...alpha].flatMap((value) => [0, 0, 0, value > 0 ? 255 : 0]))
      }),
    )
  })

  it('of a large picture stays small', () => {
    const size = { width: 2400, height: 1600 }
    const stroke = {
      points: [
        { x: 200, y: 300 },
        { x: 2200, y: 1300 },
      ],
      size: 160,
      erases: false,
    }
    const png = encodePng(painted(emptyMask(size), strokeSpans(stroke, size)))
    expect(png.length).toBeLessThan(50_000)
    expect(readPng(png).rgba[(800 * size.width + 1200) * 4 + 3]).toBe(255)
  })
})
