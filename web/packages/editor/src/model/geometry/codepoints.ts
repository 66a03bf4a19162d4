/**
 * Text offsets: results count Unicode code points, JavaScript counts UTF-16 units. They differ only after a character
 * beyond the basic plane, so most texts need no table at all; the others get one entry per such character.
 */

export interface Offsets {
  readonly length: number
  /** UTF-16 offset of a code point offset. */
  toUtf16: (codePoint: number) => number
  /** Code point offset of a UTF-16 offset; inside a surrogate pair it is that of the pair. */
  toCodePoints: (utf16: number) => number
}

export function offsetsOf(text: string): Offsets {
  const wide = surrogatePairs(text)
  if (wide.length === 0) {
    return {
      length: text.length,
      toUtf16: (offset) => clamp(offset, text.length),
      toCodePoints: (offset) => clamp(offset, text.length),
    }
  }
  const length = text.length - wide.length
  return {
    length,
    // The i-th pair starts at code point wide[i] - i: one unit is saved by each pair before it.
    toUtf16: (offset) => {
      const at = clamp(offset, length)
      return at + countBelow(wide, (start, index) => start - index < at)
    },
    toCodePoints: (offset) => {
      const at = clamp(offset, text.length)
      return at - countBelow(wide, (start) => start < at)
    },
  }
}

/** `text[start:end]` by code points. */
export function sliceCodePoints(text: string, start: number, end: number, offsets = offsetsOf(text)): string {
  return text.slice(offsets.toUtf16(start), offsets.toUtf16(end))
}

/** UTF-16 offsets of all surrogate pairs, ascending. */
function surrogatePairs(text: string): readonly number[] {
  const found: number[] = []
  const pairs = /[\ud800-\udbff][\udc00-\udfff]/g
  while (pairs.exec(text)) found.push(pairs.lastIndex - 2)
  return found
}

/** How many leading entries satisfy a condition that once false stays false. */
function countBelow(sorted: readonly number[], holds: (value: number, index: number) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle] as number, middle)) low = middle + 1
    else high = middle
  }
  return low
}

const clamp = (value: number, max: number): number => Math.max(0, Math.min(max, Math.trunc(value)))
