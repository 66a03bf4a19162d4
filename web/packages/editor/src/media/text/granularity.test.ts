import { describe, expect, it } from 'vitest'
import { trim, widen } from './granularity'
import { blockAt, blocksOf } from './lines'

const TEXT = 'One two three. Four five!\nSix seven.'
const cut = ({ start, end }: { start: number; end: number }): string => TEXT.slice(start, end)

describe('a selection', () => {
  it('loses white space at its ends, and is none when it has nothing else', () => {
    expect(trim(TEXT, { start: 3, end: 8 })).toEqual({ start: 4, end: 7 })
    expect(trim(TEXT, { start: 3, end: 4 })).toBeUndefined()
  })

  it.each([
    ['symbol', 'wo th'],
    ['word', 'two three'],
    ['sentence', 'One two three. '],
    ['paragraph', 'One two three. Four five!'],
  ] as const)('widens to a %s', (granularity, expected) => {
    expect(cut(widen(TEXT, { start: 5, end: 10 }, granularity))).toBe(expected)
  })
})

describe('blocks of a text', () => {
  const long = Array.from({ length: 3000 }, (_, line) => `line ${line}`).join('\n')
  const blocks = blocksOf(long)

  it('are the whole text, cut at line ends', () => {
    expect(blocks.map((block) => block.text).join('')).toBe(long)
    expect(blocks.length).toBeGreaterThan(3)
    for (const block of blocks.slice(0, -1)) expect(block.text.endsWith('\n')).toBe(true)
  })

  it('are found by place', () => {
    for (const place of [0, 3999, 4001, 12_000, long.length]) {
      const block = blocks[blockAt(blocks, place)]
      expect(block && place >= block.start && place <= block.start + block.text.length).toBe(true)
    }
  })
})
