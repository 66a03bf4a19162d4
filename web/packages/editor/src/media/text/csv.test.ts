import { describe, expect, it } from 'vitest'
import { readCsv } from './csv'

describe('comma-separated values', () => {
  it('may be quoted, with separators, line ends and quotes in them', () => {
    expect(readCsv('\uFEFFa,"b, c"\r\n"say ""hi""","two\nlines"\n\n', ',')).toEqual([
      ['a', 'b, c'],
      ['say "hi"', 'two\nlines'],
    ])
  })
})
