import { describe, expect, it } from 'vitest'
import { type PlacedRun, textOf, wordsOf } from './words'

/** A page of 100 points, whose pixels count from the top. */
const TO_PAGE = [1, 0, 0, -1, 0, 100]
const FONTS = { f: { fontFamily: 'serif' }, v: { fontFamily: 'serif', vertical: true } }
const measure = (text: string): number => text.length

const run = (str: string, x: number, y: number, more: Partial<PlacedRun> = {}): PlacedRun => {
  const transform = [10, 0, 0, 10, x, y]
  return { str, dir: 'ltr', width: str.length * 5, height: 10, transform, fontName: 'f', hasEOL: false, ...more }
}
const words = (...runs: PlacedRun[]) => wordsOf(runs, FONTS, TO_PAGE, measure)
const places = (...runs: PlacedRun[]) => words(...runs).map(({ text, at }) => [text, at.x, at.y])

describe('the words of a page', () => {
  it('stand where the letters of their run do', () => {
    expect(places(run('Sum 18.50', 10, 40))).toEqual([
      ['Sum', 17.5, 57],
      ['18.50', 42.5, 57],
    ])
  })

  it('are read from the right where the script is', () => {
    expect(places(run('ab cd', 10, 40, { dir: 'rtl' })).map(([, x]) => x)).toEqual([30, 15])
  })

  it('follow runs that are turned, and those that run downwards', () => {
    expect(places(run('abcd', 10, 40, { transform: [0, 10, -10, 0, 10, 40] }))).toEqual([['abcd', 7, 50]])
    expect(places(run('縦書', 10, 40, { fontName: 'v', height: 20 }))).toEqual([
      ['縦', 10, 65],
      ['書', 10, 75],
    ])
  })

  it('are single letters in scripts without spaces', () => {
    expect(words(run('合計 18円', 0, 0)).map(({ text, gap }) => gap + text)).toEqual(['合', '計', ' 18', '円'])
  })
})

describe('the text in a box', () => {
  const page = words(run('The fer', 0, 90), run('ry leaves', 35, 90, { hasEOL: true }), run('at noon', 0, 70))
  const text = (isInside: (at: { x: number; y: number }) => boolean) => textOf(page, isInside)

  it('has the lines and spaces of the page, also where a word is in two runs', () => {
    expect(text(() => true)).toBe('The ferry leaves\nat noon')
  })

  it('has only what stands inside, with a space for what is left out', () => {
    expect(text(({ y }) => y > 20)).toBe('at noon')
    expect(text(({ x }) => x < 20 || x > 50)).toBe('The leaves\nat')
    expect(text(() => false)).toBe('')
  })
})
