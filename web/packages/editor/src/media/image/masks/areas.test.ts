import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { polygonArea, polygonContains } from '../../../model'
import { areaSpans, contours, simplified } from './contours'
import { holeAt, holesIn } from './holes'
import { combined, emptyMask, type Mask, MaskBuilder, maskHas, painted, resized, solid } from './runs'

const SIZE = { width: 12, height: 9 }

function maskOf(rows: readonly string[]): Mask {
  const size = { width: rows[0]?.length ?? 0, height: rows.length }
  const builder = new MaskBuilder(size)
  for (const [i, pixel] of [...rows.join('')].entries()) builder.push(i, i + 1, pixel === '#' ? 255 : 0)
  return builder.finish()
}

const pixels = fc.array(fc.boolean(), { minLength: 108, maxLength: 108 })
const masks = pixels.map((bits) => {
  const builder = new MaskBuilder(SIZE)
  for (const [i, bit] of bits.entries()) builder.push(i, i + 1, bit ? 255 : 0)
  return builder.finish()
})
const everyPixel = Array.from({ length: 108 }, (_, i) => [i % 12, Math.floor(i / 12)] as const)

describe('two masks', () => {
  it('make a union, a difference and an intersection pixel by pixel', () => {
    fc.assert(
      fc.property(masks, masks, (a, b) => {
        const union = combined(a, b, Math.max)
        const rest = combined(a, b, (own, other) => Math.max(0, own - other))
        const common = combined(a, b, Math.min)
        for (const [x, y] of everyPixel) {
          const [inA, inB] = [maskHas(a, x, y), maskHas(b, x, y)]
          expect([maskHas(union, x, y), maskHas(rest, x, y), maskHas(common, x, y)]).toEqual([
            inA || inB,
            inA && !inB,
            inA && inB,
          ])
        }
      }),
    )
  })
})

describe('a mask at another size', () => {
  it('covers the same share of the picture', () => {
    const half = resized(maskOf(['##..', '##..']), { width: 8, height: 6 })
    expect(half).toEqual(maskOf(['####....', '####....', '####....', '####....', '####....', '####....']))
    expect(resized(half, { width: 4, height: 2 })).toEqual(maskOf(['##..', '##..']))
  })
})

describe('holes', () => {
  const RINGS = maskOf(['#######.', '#..#..#.', '#..#..#.', '#######.', '........'])

  it('are what paint encloses', () => {
    const filled = painted(RINGS, holesIn(RINGS))
    expect(filled).toEqual(maskOf(['#######.', '#######.', '#######.', '#######.', '........']))
  })

  it('are found by a point in them, one by one', () => {
    const hole = holeAt(RINGS, 1.5, 2.2)
    expect(hole && painted(RINGS, hole)).toEqual(maskOf(['#######.', '####..#.', '####..#.', '#######.', '........']))
    expect(holeAt(RINGS, 7, 2)).toBeUndefined()
    expect(holeAt(RINGS, 0, 0)).toBeUndefined()
    expect(holeAt(RINGS, -1, 0)).toBeUndefined()
  })

  it('do not leak through corners that only touch', () => {
    const diamond = maskOf(['..#..', '.#.#.', '#...#', '.#.#.', '..#..'])
    expect(holeAt(diamond, 2, 2)).toBeDefined()
  })
})

describe('outlines of a mask', () => {
  it('hold exactly its pixels', () => {
    fc.assert(
      fc.property(masks, (mask) => {
        const rings = contours(mask)
        for (const [x, y] of everyPixel) {
          const around = rings.filter(({ points }) => polygonContains(points, { x: x + 0.5, y: y + 0.5 })).length
          expect(around % 2 === 1, `${x},${y}`).toBe(maskHas(mask, x, y))
        }
      }),
    )
  })

  it('keep pieces apart that touch by a corner', () => {
    for (const rows of [
      ['#.', '.#'],
      ['.#', '#.'],
    ]) {
      expect(contours(maskOf(rows)).map(({ points }) => polygonArea(points))).toEqual([1, 1])
    }
  })

  it('say which of them are holes', () => {
    const rings = contours(maskOf(['####', '#..#', '####']))
    expect(rings.map(({ isHole, points }) => [isHole, polygonArea(points)])).toEqual([
      [false, 12],
      [true, 2],
    ])
    expect(rings[0]?.points).toHaveLength(4)
  })

  it('stay within the tolerance with fewer points', () => {
    const steps = Array.from({ length: 40 }, (_, i) => ({ x: Math.ceil(i / 2), y: Math.floor(i / 2) }))
    const ring = [...steps, { x: 0, y: 20 }]
    const less = simplified(ring, 1.5)
    expect(less.length).toBeLessThan(6)
    expect(Math.abs(polygonArea(less) - polygonArea(ring))).toBeLessThan(20)
    expect(simplified(ring, 0)).toHaveLength(ring.length)
  })
})

describe('the pixels of an outline', () => {
  it('give it back', () => {
    fc.assert(
      fc.property(masks, (mask) => {
        let again = emptyMask(SIZE)
        for (const { points } of contours(mask)) {
          again = combined(again, solid(SIZE, areaSpans(points, SIZE)), (a, b) => Math.abs(a - b))
        }
        expect(again).toEqual(mask)
      }),
    )
  })

  it('stay inside the picture', () => {
    const around = [
      { x: -5, y: -5 },
      { x: 40, y: -5 },
      { x: 40, y: 40 },
      { x: -5, y: 40 },
    ]
    expect(solid(SIZE, areaSpans(around, SIZE)).starts).toHaveLength(9)
  })
})
