import { describe, expect, it } from 'vitest'
import type { Box } from '../../model'
import { along, distanceTo, head, pathOf, route } from './route'

const box = (minX: number, minY: number, width: number, height: number): Box => ({
  minX,
  minY,
  maxX: minX + width,
  maxY: minY + height,
})

describe('the way of an arrow', () => {
  it('goes between the sides that face each other', () => {
    const [left, right] = [box(0, 0, 100, 100), box(300, 0, 100, 100)]
    expect(route(left, right)).toMatchObject({ start: { x: 100 }, end: { x: 297 } })
    expect(route(right, left)).toMatchObject({ start: { x: 300 }, end: { x: 103 } })
    const below = box(0, 300, 100, 100)
    expect(route(left, below)).toMatchObject({ start: { y: 100 }, end: { y: 297 } })
    expect(route(below, left)).toMatchObject({ start: { y: 300 }, end: { y: 103 } })
  })

  it('goes above a line of text, not through its words', () => {
    const [one, two] = [box(0, 100, 40, 20), box(200, 100, 40, 20)]
    for (const curve of [route(one, two), route(two, one)]) {
      for (const at of [0.2, 0.5, 0.8]) expect(along(curve, at).y).toBeLessThan(100)
    }
  })

  it('is another one back', () => {
    for (const other of [box(300, 0, 100, 100), box(0, 300, 100, 100), box(300, 0, 40, 20)]) {
      const one = box(0, 0, 100, other.maxY - other.minY)
      expect(pathOf(route(one, other))).not.toBe(pathOf(route(other, one)))
    }
  })

  it('makes a bow beside boxes that lie in one another', () => {
    const [outer, inner] = [box(0, 0, 200, 200), box(50, 50, 40, 40)]
    expect(along(route(outer, inner), 0.5).x).toBeGreaterThan(200)
  })

  it('ends in a head that points along it', () => {
    expect(head({ x: 10, y: 0 }, { x: 0, y: 0 })).toBe('M10 0L1 4.2L1 -4.2Z')
    // Where a curve has no direction it still has a head.
    expect(head({ x: 1, y: 1 }, { x: 1, y: 1 })).not.toContain('NaN')
  })
  it('is hit near its line, not in the box around it', () => {
    const curve = route(box(0, 0, 100, 100), box(300, 300, 100, 100))
    const { x, y } = along(curve, 0.3)
    expect(distanceTo(curve, { x: x + 2, y }, 6)).toBeLessThan(3)
    expect(distanceTo(curve, { x: 120, y: 300 }, 6)).toBeGreaterThan(20)
    expect(distanceTo(curve, { x: 0, y: 0 }, 6)).toBe(Number.POSITIVE_INFINITY)
  })
})
