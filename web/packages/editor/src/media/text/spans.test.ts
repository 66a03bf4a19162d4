import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEVELS, SpanIndex } from './spans'

const span = (start: number, end: number) => ({ start, end })
const someSpans = fc.array(
  fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([start, length]) => span(start, start + length)),
  { maxLength: 30 },
)

describe('spans of a text', () => {
  it('are found by any stretch they reach into, however far back they begin', () => {
    const all = [span(0, 100), span(10, 12), span(50, 60), span(60, 61)]
    const index = new SpanIndex(all)
    expect(index.within(span(55, 60))).toEqual([all[0], all[2]])
    expect(index.within(span(100, 200))).toEqual([])
  })

  it('lie on levels, the inner ones next to the text', () => {
    const [outer, middle, inner, alone] = [span(0, 30), span(5, 25), span(10, 20), span(40, 50)]
    const index = new SpanIndex([alone, inner, outer, middle])
    expect([outer, middle, inner, alone].map(index.levelOf)).toEqual([2, 1, 0, 0])
  })

  it('that only overlap are on two levels', () => {
    const [left, right] = [span(0, 10), span(5, 15)]
    const index = new SpanIndex([left, right])
    expect(index.levelOf(left)).not.toBe(index.levelOf(right))
  })

  it('are found as a search through all of them would', () => {
    fc.assert(
      fc.property(someSpans, fc.nat(80), fc.nat(30), (all, start, length) => {
        const stretch = span(start, start + length)
        const found = new Set(new SpanIndex(all).within(stretch))
        const expected = all.filter((one) => one.start < stretch.end && one.end > stretch.start)
        expect(found).toEqual(new Set(expected))
      }),
    )
  })

  it('share no level with one they overlap, but for the last', () => {
    fc.assert(
      fc.property(someSpans, (all) => {
        const index = new SpanIndex(all)
        for (const one of all) {
          const level = index.levelOf(one)
          if (level === LEVELS - 1) continue
          const others = index.within(one).filter((other) => other !== one && index.levelOf(other) === level)
          expect(others).toEqual([])
        }
      }),
    )
  })
})
