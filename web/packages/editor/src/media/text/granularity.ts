/** Widening and trimming of a selection, in UTF-16 units. */

export type Granularity = 'symbol' | 'word' | 'sentence' | 'paragraph'

export interface Span {
  readonly start: number
  readonly end: number
}

/** The selection without white space at its ends, or nothing when only white space is selected. */
export function trim(text: string, { start, end }: Span): Span | undefined {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (to > from && /\s/.test(text.charAt(to - 1))) to--
  return from < to ? { start: from, end: to } : undefined
}

/**
 * The selection widened to whole words, sentences or paragraphs. `breaks` are the places, ascending, where a block of
 * the text ends or begins: nothing widens over them, and with them a paragraph is such a block, not a line.
 */
export function widen(text: string, span: Span, granularity: Granularity, breaks: readonly number[] = []): Span {
  if (granularity === 'symbol') return span
  const room = {
    start: breaks.findLast((place) => place <= span.start) ?? 0,
    end: breaks.find((place) => place >= span.end) ?? text.length,
  }
  if (granularity === 'paragraph') return breaks.length > 0 ? room : paragraphs(text, span)
  return segments(text, span, granularity, room)
}

function paragraphs(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', Math.max(start, end - 1))
  return { start: from, end: to < 0 ? text.length : to }
}

/** How far around the selection a segmenter looks: words and sentences are shorter, documents may be huge. */
const REACH = 2000

function segments(text: string, { start, end }: Span, granularity: 'word' | 'sentence', room: Span): Span {
  const from = Math.max(room.start, start - REACH)
  const piece = text.slice(from, Math.min(room.end, end + REACH))
  let [low, high] = [start, end]
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity }).segment(piece)) {
    const [left, right] = [from + index, from + index + segment.length]
    if (left < end && right > start) {
      low = Math.min(low, left)
      high = Math.max(high, right)
    }
    if (left >= end) break
  }
  return { start: low, end: high }
}
