import { describe, expect, it } from 'vitest'
import { matchesOn, pageText } from './find'

const page = pageText([
  { str: 'The fer', hasEOL: false },
  { str: 'ry leaves', hasEOL: true },
  { str: 'at İzmir, the FERRY', hasEOL: false },
])

describe('finding text on a page', () => {
  it('reads runs as one text, line ends as spaces', () => {
    expect(page).toEqual({ text: 'The ferry leaves at İzmir, the FERRY', starts: [0, 7, 17] })
  })

  it('finds words across runs and lines, whatever their case', () => {
    const places = (query: string) => matchesOn(3, page, query).map(({ start, end }) => page.text.slice(start, end))
    expect(places('ferry')).toEqual(['ferry', 'FERRY'])
    expect(places('leaves  AT')).toEqual(['leaves at'])
    expect(places('the ferry')).toEqual(['The ferry', 'the FERRY'])
    expect(places(' ')).toEqual([])
    expect(matchesOn(3, page, 'leaves')).toEqual([{ page: 3, start: 10, end: 16 }])
  })
})
