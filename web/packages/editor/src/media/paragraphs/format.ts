/**
 * Spans of a dialogue: indexes of the utterances as text, and UTF-16 offsets inside them. The text of the page is that of
 * the utterances with one character between them.
 */

import type { Json, JsonObject } from '../../model'
import type { SpanFormat } from '../text/controller'
import type { Span } from '../text/granularity'
import { blockAt } from '../text/lines'

export function utteranceFormat(texts: readonly string[], saveText: boolean): SpanFormat {
  const text = texts.join('\n')
  const rows = startsOf(texts).map((start) => ({ start }))

  /** Whole number below the limit, as number or digits. */
  const within = (value: Json | undefined, limit: number): number | undefined => {
    const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
    return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= limit ? number : undefined
  }

  const placeOf = (index: Json | undefined, offset: Json | undefined, edge: 'start' | 'end'): number | undefined => {
    const row = within(index, texts.length - 1)
    if (row === undefined) return undefined
    const { length } = texts[row] as string
    const at = offset === undefined ? (edge === 'start' ? 0 : length) : within(offset, length)
    return at === undefined ? undefined : (rows[row] as Span).start + at
  }

  return {
    kind: 'paragraphspan',
    spanOf: (shape: JsonObject) => {
      const start = placeOf(shape.start, shape.startOffset, 'start')
      const end = placeOf(shape.end, shape.endOffset, 'end')
      if (start === undefined || end === undefined) return undefined
      return sameRow(shape) ? (repaired(shape, { start, end }) ?? { start, end }) : { start, end }
    },
    shapeOf: ({ start, end }) => {
      const [first, last] = [blockAt(rows, start), blockAt(rows, Math.max(0, end - 1))]
      return {
        start: String(first),
        end: String(last),
        startOffset: start - (rows[first] as Span).start,
        endOffset: end - (rows[last] as Span).start,
        ...(saveText ? { text: text.slice(start, end) } : {}),
      }
    },
  }

  /** Where the text stands that a region says it covers, when something else stands at its offsets. */
  function repaired(shape: JsonObject, { start, end }: Span): Span | undefined {
    const row = Number(shape.start)
    const [said, own] = [shape.text, texts[row] as string]
    if (typeof said !== 'string' || said === '' || bare(said) === bare(text.slice(start, end))) return undefined
    const at = own.indexOf(said)
    if (at < 0) return undefined
    const from = (rows[row] as Span).start + at
    return { start: from, end: from + said.length }
  }
}

const sameRow = ({ start, end }: JsonObject): boolean => String(start) === String(end)

/** White space is often not what it was. */
const bare = (text: string): string => text.replace(/\s+/g, '')

/** Where each utterance begins in all of the text. */
export function startsOf(texts: readonly string[]): number[] {
  let at = 0
  return texts.map((text) => {
    const start = at
    at += text.length + 1
    return start
  })
}
