import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../model'
import { startsOf, utteranceFormat } from './format'
import { clock, utteranceAt, utterancesIn } from './utterances'

const TEXTS = ['Good 👋 morning', '', 'It is\nlate, late']
const TEXT = TEXTS.join('\n')
const format = utteranceFormat(TEXTS, true)
const covered = (shape: JsonObject) => {
  const span = format.spanOf(shape)
  return span && TEXT.slice(span.start, span.end)
}
const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

describe('a span of a dialogue', () => {
  it('is utterance indexes as text and UTF-16 offsets inside them', () => {
    expect(format.shapeOf(spanOf('morning'))).toEqual({
      start: '0',
      end: '0',
      startOffset: 8,
      endOffset: 15,
      text: 'morning',
    })
  })

  it('may reach over several utterances', () => {
    const shape = format.shapeOf(spanOf('morning\n\nIt is\nlate'))
    expect(shape).toMatchObject({ start: '0', end: '2', startOffset: 8, endOffset: 10 })
    expect(covered(shape)).toBe('morning\n\nIt is\nlate')
  })

  it('ends with its utterance, not before the next one', () => {
    expect(format.shapeOf(spanOf('Good 👋 morning'))).toMatchObject({ end: '0', endOffset: 15 })
    expect(format.shapeOf(spanOf('It is'))).toMatchObject({ start: '2', startOffset: 0 })
  })

  it('opens with numbers for indexes, and without offsets as whole utterances', () => {
    expect(covered({ start: 0, end: 0, startOffset: 8, endOffset: 15 })).toBe('morning')
    expect(covered({ start: '2', end: '2' })).toBe('It is\nlate, late')
  })

  it('is found by its text when something else stands at its offsets', () => {
    expect(covered({ start: '0', end: '0', startOffset: 6, endOffset: 13, text: 'morning' })).toBe('morning')
    expect(covered({ start: '2', end: '2', startOffset: 12, endOffset: 16, text: 'la te' })).toBe('late')
    expect(covered({ start: '2', end: '2', startOffset: 0, endOffset: 5, text: 'elsewhere' })).toBe('It is')
  })

  it.each<JsonObject>([
    { start: '3', end: '3' },
    { start: '-1', end: '0' },
    { start: '0', end: '0', startOffset: 0, endOffset: 99 },
    { start: 'x', end: {} },
    {},
  ])('leads nowhere, and throws nothing, as %j', (shape) => {
    expect(format.spanOf(shape)).toBeUndefined()
  })

  it('counts one character between utterances', () => {
    expect(startsOf(TEXTS)).toEqual([0, 16, 17])
  })
})

describe('utterances of a task', () => {
  const keys = { nameKey: 'author', textKey: 'text' }

  it('have a name, a text, and times where there are some', () => {
    const value: Json[] = [
      { author: 'A', text: 'Hi', start: 1, end: 2 },
      { author: 'B', text: 5, start: '3', duration: 1.5 },
      { text: 'x' },
    ]
    expect(utterancesIn(value, keys)).toEqual([
      { name: 'A', text: 'Hi', start: 1, end: 2 },
      { name: 'B', text: '5', start: 3, end: 4.5 },
      { name: '', text: 'x', start: undefined, end: undefined },
    ])
    expect(utterancesIn(JSON.stringify(value), keys)).toHaveLength(3)
    expect(utterancesIn([], keys)).toEqual([])
  })

  it.each([undefined, null, 7, 'no list', { text: 'x' }, ['x'], [{ said: 'x' }]])('are none in %j', (value) => {
    expect(utterancesIn(value, keys)).toBeUndefined()
  })

  it('show their time as a clock does', () => {
    expect([0, 64.9, 3723].map(clock)).toEqual(['0:00', '1:04', '1:02:03'])
  })
})

describe('the utterance that is heard', () => {
  const spoken = (start?: number, end?: number) => ({ name: '', text: '', start, end })
  const all = [spoken(0, 4), spoken(4, 9), spoken(), spoken(8), spoken(20, 21)]

  it.each([
    [0, 0],
    [3.9, 0],
    [4, 1],
    [8.5, 3],
    [19, 3],
    [20.5, 4],
    [30, 3],
  ])('at %s seconds is number %s', (time, index) => expect(utteranceAt(all, time)).toBe(index))

  it('is none before the first one', () => expect(utteranceAt([spoken(2, 3)], 1)).toBeUndefined())
})
