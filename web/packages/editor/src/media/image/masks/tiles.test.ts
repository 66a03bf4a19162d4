import { describe, expect, it } from 'vitest'
import { emptyMask, painted } from './runs'
import { coverage } from './tiles'

const SIZE = { width: 8, height: 4 }
const spans = (...pairs: [number, number][]) => ({
  starts: Uint32Array.from(pairs.map(([start]) => start)),
  ends: Uint32Array.from(pairs.map(([, end]) => end)),
})

describe('the tile of a mask', () => {
  // Rows 1 and 2, columns 2 to 5.
  const mask = painted(emptyMask(SIZE), spans([10, 14], [18, 22]))
  const box = { minX: 2, minY: 1, maxX: 6, maxY: 3 }

  it('is full where the mask is, at natural size', () => {
    expect([...coverage(mask, box, 1, 4, 2)]).toEqual(Array(8).fill(255))
  })

  it('has the share of its pixels that are painted, when smaller', () => {
    const around = { minX: 1, minY: 0, maxX: 7, maxY: 4 }
    expect([...coverage(mask, around, 2, 3, 2)]).toEqual([63.75, 127.5, 63.75, 63.75, 127.5, 63.75])
  })

  it('holds only what lies in it', () => {
    expect([...coverage(mask, { minX: 4, minY: 2, maxX: 8, maxY: 4 }, 1, 4, 2)]).toEqual([255, 255, 0, 0, 0, 0, 0, 0])
  })
})
