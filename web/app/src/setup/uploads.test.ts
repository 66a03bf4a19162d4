import { describe, expect, it } from 'vitest'
import { batches, guessKind } from './uploads.ts'

const file = (name: string, size = 1) => ({ name, size })

describe('batches', () => {
  it('sends a table alone, so that its errors are its own, and pictures together', () => {
    const files = [file('a.jpg'), file('t.csv'), file('b.jpg'), file('u.JSON')]
    expect(batches(files).map((batch) => batch.map(({ name }) => name))).toEqual([
      ['t.csv'],
      ['u.JSON'],
      ['a.jpg', 'b.jpg'],
    ])
  })

  it('keeps a request within its number of files and bytes', () => {
    const many = batches(Array.from({ length: 60 }, (_, i) => file(`${i}.png`)))
    expect(many.map((batch) => batch.length)).toEqual([25, 25, 10])
    const large = batches([file('a.mp4', 40_000_000), file('b.mp4', 40_000_000), file('c.mp4', 900_000_000)])
    expect(large.map((batch) => batch.length)).toEqual([1, 1, 1])
  })
})

describe('guessKind', () => {
  it.each([
    ['[{"text": "a"}]', 'json'],
    ['{"text": "a"}', 'json'],
    ['text,label\none,a', 'csv'],
    ['text;label\none;a', 'csv'],
    ['text\tlabel\none\ta', 'tsv'],
    ['first line\nsecond line', 'txt'],
    ['Dear Ada, how are you\nFine.', 'txt'],
    ['[sic] it began so\nand went on', 'txt'],
  ])('takes %j for %s', (text, kind) => {
    expect(guessKind(text)).toBe(kind)
  })
})
