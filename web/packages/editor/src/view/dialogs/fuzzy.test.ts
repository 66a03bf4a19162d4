import { describe, expect, it } from 'vitest'
import { fuzzy } from './fuzzy'

const best = (query: string, ...texts: string[]): string | undefined =>
  texts
    .map((text) => ({ text, score: fuzzy(query, text)?.score ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => b.score - a.score)[0]?.text

describe('fuzzy search', () => {
  it('wants all characters in order', () => {
    expect(fuzzy('dup', 'Duplicate')).toMatchObject({ at: [0, 1, 2] })
    expect(fuzzy('pud', 'Duplicate')).toBeUndefined()
    expect(fuzzy('', 'Duplicate')).toBeDefined()
  })

  it('finds the starts of words', () => {
    expect(fuzzy('dar', 'Delete all regions')?.at).toEqual([0, 7, 11])
    expect(best('dar', 'Dark car', 'Delete all regions')).toBe('Dark car')
  })

  it('puts what stands together first, and the shorter of two', () => {
    expect(best('car', 'Cut selected regions', 'Go to region 3: Scarf', 'Car')).toBe('Car')
    expect(best('label', 'Labels', 'Label')).toBe('Label')
  })

  it('works without words too', () => {
    expect(fuzzy('区域', '删除所有区域')?.at).toEqual([4, 5])
  })
})
