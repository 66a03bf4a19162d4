import { describe, expect, it } from 'vitest'
import { maskHas, solid } from './runs'
import { type Pixels, smoothed, Wand } from './wand'

/** A picture of one digit a pixel: how grey it is, in steps of ten. */
function picture(rows: readonly string[]): Pixels {
  const [width, height] = [rows[0]?.length ?? 0, rows.length]
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (const [i, digit] of [...rows.join('')].entries()) rgba.fill(Number(digit) * 10, i * 4, i * 4 + 4)
  return { width, height, rgba }
}

const drawn = (pixels: Pixels, wand: Wand, tolerance: number): string[] => {
  const mask = solid(pixels, wand.area(tolerance))
  return Array.from({ length: pixels.height }, (_, y) =>
    Array.from({ length: pixels.width }, (_, x) => (maskHas(mask, x, y) ? '#' : '.')).join(''),
  )
}

describe('the wand', () => {
  const pixels = picture(['11911', '12911', '13911', '99199'])

  it('takes what is alike and connected', () => {
    expect(drawn(pixels, new Wand(pixels, { x: 0.4, y: 0.9 }), 0)).toEqual(['##...', '#....', '#....', '.....'])
  })

  it('grows and shrinks with the tolerance, to the same area either way', () => {
    const wand = new Wand(pixels, { x: 0, y: 0 })
    expect(drawn(pixels, wand, 10)).toEqual(['##...', '##...', '#....', '.....'])
    expect(drawn(pixels, wand, 20)).toEqual(['##...', '##...', '##...', '.....'])
    expect(drawn(pixels, wand, 254)).toEqual(['#####', '#####', '#####', '#####'])
    expect(drawn(pixels, wand, 10)).toEqual(['##...', '##...', '#....', '.....'])
    expect(drawn(pixels, wand, -3)).toEqual(['##...', '#....', '#....', '.....'])
  })

  it('never goes through a wall, and begins at the border when it is put outside', () => {
    expect(drawn(pixels, new Wand(pixels, { x: 99, y: -4 }), 40)).toEqual(['...##', '...##', '...##', '.....'])
  })
})

describe('a smoothed area', () => {
  const SIZE = { width: 30, height: 20 }
  const block = (extra: readonly number[] = [], missing: readonly number[] = []) => {
    const pixels = new Set<number>(extra)
    for (let y = 5; y < 15; y++) for (let x = 5; x < 25; x++) pixels.add(y * SIZE.width + x)
    for (const pixel of missing) pixels.delete(pixel)
    const starts = Uint32Array.from([...pixels].sort((a, b) => a - b))
    return { starts, ends: starts.map((start) => start + 1) }
  }

  it('loses frays and specks and closes pinholes', () => {
    const rough = block([2 * 30 + 2, 4 * 30 + 12], [10 * 30 + 12])
    const mask = solid(SIZE, smoothed(rough, SIZE, 2))
    expect(maskHas(mask, 2, 2)).toBe(false)
    expect(maskHas(mask, 12, 4)).toBe(false)
    expect(maskHas(mask, 12, 10)).toBe(true)
    expect(maskHas(mask, 12, 5)).toBe(true)
  })

  it('keeps what reaches the border of the picture there', () => {
    const whole = { starts: Uint32Array.from([0]), ends: Uint32Array.from([600]) }
    const rows = solid(SIZE, whole)
    expect(solid(SIZE, smoothed(rows, SIZE, 3))).toEqual(rows)
  })

  it('is as it was without a radius', () => {
    const rough = block()
    expect(smoothed(rough, SIZE, 0)).toBe(rough)
  })
})
