import { describe, expect, it } from 'vitest'
import { offsetsOf, sliceCodePoints } from './codepoints'
import { IntervalIndex } from './intervals'
import {
  distanceToPath,
  ellipseBounds,
  ellipseContains,
  polygonArea,
  polygonContains,
  rectBounds,
  rectCentre,
  rectContains,
  rectCorners,
  rotateRectAboutCentre,
} from './shapes'
import { pointToPercent, pointToPixels, sizeOf } from './units'

const size = sizeOf(200, 100)
const near = (x: number, y: number) => ({ x: expect.closeTo(x, 6), y: expect.closeTo(y, 6) })

describe('rectangles', () => {
  it('turn about their top-left corner in pixel space, not in percent', () => {
    const rect = { x: 50, y: 50, width: 25, height: 20, rotation: 90 }
    expect(rectCorners(rect, size)).toEqual([near(100, 50), near(100, 100), near(80, 100), near(80, 50)])
    expect(rectBounds(rect, size)).toMatchObject({ minX: expect.closeTo(80, 6), maxY: expect.closeTo(100, 6) })
  })

  it('keep their centre when turned by the handle', () => {
    const rect = { x: 10, y: 10, width: 30, height: 40, rotation: 15 }
    const before = rectCentre(rect, size)
    const turned = rotateRectAboutCentre(rect, -75, size)
    expect(rectCentre(turned, size)).toEqual(near(before.x, before.y))
    expect(turned.rotation).toBe(285)
    expect(turned.width).toBe(30)
  })

  it('contain what lies in them, turned or drawn backwards', () => {
    const rect = { x: 50, y: 50, width: 25, height: 20, rotation: 90 }
    expect(rectContains(rect, { x: 90, y: 75 }, size)).toBe(true)
    expect(rectContains(rect, { x: 110, y: 60 }, size)).toBe(false)
    expect(rectContains({ x: 50, y: 50, width: -25, height: -20 }, { x: 80, y: 40 }, size)).toBe(true)
  })
})

describe('ellipses', () => {
  const ellipse = { x: 50, y: 50, radiusX: 20, radiusY: 10, rotation: 90 }

  it('have bounds that follow their turn', () => {
    const bounds = ellipseBounds(ellipse, size)
    expect(bounds).toEqual({
      minX: expect.closeTo(90, 6),
      maxX: expect.closeTo(110, 6),
      minY: expect.closeTo(10, 6),
      maxY: expect.closeTo(90, 6),
    })
  })

  it('contain what lies in them', () => {
    expect(ellipseContains(ellipse, { x: 100, y: 85 }, size)).toBe(true)
    expect(ellipseContains(ellipse, { x: 115, y: 50 }, size)).toBe(false)
    expect(ellipseContains({ ...ellipse, radiusX: 0 }, { x: 100, y: 50 }, size)).toBe(false)
  })
})

describe('polygons', () => {
  const bow = [
    { x: 0, y: 0 },
    { x: 10, y: 10 },
    { x: 10, y: 0 },
    { x: 0, y: 10 },
  ]
  const square = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ]

  it('contain what lies in them, with holes where they cross themselves', () => {
    expect(polygonContains(square, { x: 5, y: 5 })).toBe(true)
    expect(polygonContains(square, { x: 15, y: 5 })).toBe(false)
    expect(polygonContains(bow, { x: 1, y: 5 })).toBe(true)
    expect(polygonContains(bow, { x: 5, y: 1 })).toBe(false)
  })

  it('know their area and the distance to their outline', () => {
    expect(polygonArea(square)).toBe(100)
    expect(distanceToPath(square, { x: 5, y: 12 }, true)).toBe(2)
    expect(distanceToPath(square, { x: -3, y: 5 }, false)).toBe(Math.hypot(3, 5))
  })
})

it('percent and pixels are inverse', () => {
  expect(pointToPercent(pointToPixels({ x: 12.5, y: 70 }, size), size)).toEqual(near(12.5, 70))
})

describe('offsetsOf', () => {
  const text = 'a😀b👩‍👧c\ud83dx'

  it('agrees with counting code points one by one', () => {
    const offsets = offsetsOf(text)
    const codePoints = [...text]
    expect(offsets.length).toBe(codePoints.length)
    codePoints.forEach((_, index) => {
      const utf16 = codePoints.slice(0, index).join('').length
      expect(offsets.toUtf16(index)).toBe(utf16)
      expect(offsets.toCodePoints(utf16)).toBe(index)
    })
    expect(sliceCodePoints(text, 1, 3)).toBe('😀b')
  })

  it('takes the middle of a pair for its start, and stays inside the text', () => {
    const offsets = offsetsOf(text)
    expect(offsets.toCodePoints(2)).toBe(1)
    expect(offsets.toUtf16(99)).toBe(text.length)
    expect(offsets.toCodePoints(-1)).toBe(0)
  })
})

describe('IntervalIndex', () => {
  it('finds the same as looking at all of them', () => {
    let seed = 7
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed % below
    }
    const spans = Array.from({ length: 300 }, (_, index) => {
      const start = random(1000)
      return { id: String(index), start, end: start + random(60) }
    })
    const index = new IntervalIndex(spans)
    for (let from = 0; from < 1000; from += 37) {
      const to = from + random(30)
      const expected = spans.filter((span) => span.start < to && span.end > from).map((span) => span.id)
      expect(
        index
          .overlapping(from, to)
          .map((span) => span.id)
          .sort(),
      ).toEqual(expected.sort())
    }
  })

  it('lists the outermost span first', () => {
    const index = new IntervalIndex([
      { id: 'inner', start: 2, end: 4 },
      { id: 'outer', start: 2, end: 9 },
    ])
    expect(index.at(3).map((span) => span.id)).toEqual(['outer', 'inner'])
    expect(index.at(4).map((span) => span.id)).toEqual(['outer'])
  })
})
