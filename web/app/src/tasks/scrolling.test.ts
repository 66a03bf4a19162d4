import { describe, expect, it } from 'vitest'
import { heightOf, positionAt, revealing, rowsIn, scrolledTo, TALLEST } from './scrolling.ts'

const ROW = 44
const few = { full: 1000 * ROW, view: 600 }
const many = { full: 1_000_000 * ROW, view: 600 }

describe('rows that a browser can lay out', () => {
  it('scroll as everything does', () => {
    expect(heightOf(few)).toBe(few.full)
    expect(scrolledTo({ scroll: 0, top: 0 }, 1234, few)).toEqual({ scroll: 1234, top: 1234 })
    expect(positionAt(1234, few)).toEqual({ scroll: 1234, top: 1234 })
  })
})

describe('a million rows', () => {
  it('stand in an element that a browser can lay out', () => {
    expect(heightOf(many)).toBe(TALLEST)
  })

  it('move by as much as the wheel, wherever one is', () => {
    const start = positionAt(500_000 * ROW, many)
    const next = scrolledTo(start, start.scroll + 120, many)
    expect(next.top - start.top).toBeCloseTo(120)
  })

  it('follow the thumb of the scrollbar from end to end', () => {
    const last = heightOf(many) - many.view
    expect(scrolledTo({ scroll: 0, top: 0 }, last, many).top).toBe(many.full - many.view)
    expect(scrolledTo({ scroll: last, top: many.full - many.view }, 0, many).top).toBe(0)
    const middle = scrolledTo({ scroll: 0, top: 0 }, last / 2, many)
    expect(middle.top).toBeCloseTo((many.full - many.view) / 2)
  })

  it('can each be reached, the last one too, and say where the scrollbar belongs', () => {
    for (const row of [0, 1, 77_777, 499_999, 999_999]) {
      const { top, scroll } = positionAt(row * ROW, many)
      const [first, end] = rowsIn(top, many.view, ROW, 1_000_000, 0)
      expect([first <= row, end > row]).toEqual([true, true])
      expect(scroll).toBeLessThanOrEqual(heightOf(many) - many.view)
    }
  })

  it('end where the scrollbar does after a long way by the wheel', () => {
    let at = positionAt(999_000 * ROW, many)
    for (let step = 0; step < 1000; step++) {
      at = scrolledTo(at, Math.min(heightOf(many) - many.view, at.scroll + 100), many)
      // At rest the scrollbar is put where the rows are.
      at = positionAt(at.top, many)
    }
    expect(at).toEqual({ top: many.full - many.view, scroll: heightOf(many) - many.view })
  })
})

it('only rows that are seen are drawn, with some to spare', () => {
  expect(rowsIn(440, 88, ROW, 100, 0)).toEqual([10, 12])
  expect(rowsIn(0, 88, ROW, 100, 10)).toEqual([0, 12])
  expect(rowsIn(0, 600, ROW, 3, 10)).toEqual([0, 3])
  expect(rowsIn(9999, 600, ROW, 0, 10)).toEqual([0, 0])
})

it('a row is brought into view by the smallest move', () => {
  expect(revealing(440, 88, ROW, 10)).toBe(440)
  expect(revealing(440, 88, ROW, 12)).toBe(484)
  expect(revealing(440, 88, ROW, 3)).toBe(132)
})
