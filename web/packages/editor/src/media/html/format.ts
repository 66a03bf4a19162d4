/**
 * Spans of a document: XPaths with code point offsets inside their nodes, and code point offsets into the whole text for
 * when the mark-up has changed.
 */

import { isObject, type Json, type JsonObject, offsetsOf } from '../../model'
import type { SpanFormat } from '../text/controller'
import type { Span } from '../text/granularity'
import type { Places, Spot } from '../text/places'
import { nodeAtXPath, xpathOf } from './xpath'

export function xpathFormat(places: Places, saveText: boolean): SpanFormat {
  const { root, text } = places
  const whole = offsetsOf(text)

  const byOffsets = (start: Json | undefined, end: Json | undefined): Span | undefined => {
    const [from, to] = [wholeNumber(start), wholeNumber(end)]
    if (from === undefined || to === undefined || to > whole.length) return undefined
    return { start: whole.toUtf16(from), end: whole.toUtf16(to) }
  }

  /** The place of an offset inside a node; without an offset the node's start or end. */
  const placeIn = (path: Json | undefined, offset: Json | undefined, edge: 'start' | 'end'): number | undefined => {
    const node = typeof path === 'string' && path.startsWith('/') ? nodeAtXPath(path, root) : undefined
    if (!node) return undefined
    const first = places.placeOf(node, 0)
    const last = places.placeOf(node, node instanceof Text ? node.length : node.childNodes.length)
    if (first === undefined || last === undefined) return undefined
    if (offset === undefined) return edge === 'start' ? first : last
    const inside = offsetsOf(text.slice(first, last))
    const at = wholeNumber(offset)
    return at === undefined || at > inside.length ? undefined : first + inside.toUtf16(at)
  }

  const spot = ({ node, offset }: Spot): { path: string; offset: number } => ({
    path: xpathOf(node, root),
    offset: node instanceof Text ? offsetsOf(node.data).toCodePoints(offset) : offset,
  })

  return {
    kind: 'htmlspan',
    spanOf: ({ start, end, startOffset, endOffset, globalOffsets }: JsonObject) => {
      const from = placeIn(start, startOffset, 'start')
      const to = placeIn(end, endOffset, 'end')
      if (from !== undefined && to !== undefined && from < to) return { start: from, end: to }
      return (
        byOffsets(start, end) ??
        (isObject(globalOffsets) ? byOffsets(globalOffsets.start, globalOffsets.end) : undefined)
      )
    },
    shapeOf: (span) => {
      const [from, to] = [spot(places.nodeAt(span.start)), spot(places.endAt(span.end))]
      return {
        start: from.path,
        end: to.path,
        startOffset: from.offset,
        endOffset: to.offset,
        globalOffsets: { start: whole.toCodePoints(span.start), end: whole.toCodePoints(span.end) },
        ...(saveText ? { text: text.slice(span.start, span.end) } : {}),
      }
    },
  }
}

/** An offset, as number or digits. */
function wholeNumber(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined
}
