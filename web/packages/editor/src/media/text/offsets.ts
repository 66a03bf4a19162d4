/** Spans of a plain text: results count code points, the page UTF-16 units. */

import { type JsonObject, offsetsOf } from '../../model'
import type { SpanFormat } from './controller'

export function offsetFormat(text: string, saveText: boolean): SpanFormat {
  const offsets = offsetsOf(text)
  return {
    kind: 'span',
    spanOf: ({ start, end }: JsonObject) => {
      const [from, to] = [Number(start), Number(end)]
      if (!Number.isFinite(from) || !Number.isFinite(to)) return undefined
      return { start: offsets.toUtf16(from), end: offsets.toUtf16(to) }
    },
    shapeOf: ({ start, end }) => ({
      start: offsets.toCodePoints(start),
      end: offsets.toCodePoints(end),
      ...(saveText ? { text: text.slice(start, end) } : {}),
    }),
  }
}
