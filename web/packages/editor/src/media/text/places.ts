/**
 * Where the characters of a text stand in the page: text nodes, and line breaks that count as one character, in reading
 * order. Places are UTF-16 units of the whole text; found by arithmetic, never by walking the document.
 */

import { type Home, homeOf } from '../home'
import type { Span } from './granularity'
import { blockAt, blocksOf } from './lines'

export interface Piece {
  readonly start: number
  /** An element is a `<br>`. */
  readonly node: Text | Element
}

export interface Spot {
  readonly node: Text | Element
  readonly offset: number
}

interface PlacesOptions {
  /** What holds all of the pieces, and nothing else that can be selected. */
  readonly root: HTMLElement
  readonly text: string
  /** At least one. */
  readonly pieces: readonly Piece[]
  /** Where one block of the text ends or begins, ascending: words and sentences do not reach over it. */
  readonly breaks?: readonly number[]
}

export class Places {
  readonly root: HTMLElement
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly breaks: readonly number[]
  private readonly starts = new Map<Node, number>()

  constructor({ root, text, pieces, breaks = [] }: PlacesOptions) {
    this.root = root
    this.text = text
    this.pieces = pieces
    this.breaks = breaks
    for (const { node, start } of pieces) this.starts.set(node, start)
  }

  /** What the text hangs in: a selection inside a shadow tree must be asked for, and styles belong to it. */
  get home(): Home {
    return homeOf(this.root)
  }

  /** Before the character at a place. */
  nodeAt(place: number): Spot {
    return this.spot(blockAt(this.pieces, place), place)
  }

  /** Behind the character before a place: the end of a node rather than the start of the next one. */
  endAt(place: number): Spot {
    return this.spot(blockAt(this.pieces, Math.max(0, place - 1)), place)
  }

  private spot(index: number, place: number): Spot {
    const { node, start } = this.pieces[index] as Piece
    const length = node instanceof Element ? 0 : node.length
    return { node, offset: Math.min(length, Math.max(0, place - start)) }
  }

  rangeOf({ start, end }: Span): Range {
    const range = new Range()
    const [from, to] = [this.nodeAt(start), end > start ? this.endAt(end) : this.nodeAt(end)]
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  /** One range a text node: what stands between them (a speaker's name) is no part of the text. */
  staticRanges(span: Span, { start: low, end: high }: Span): StaticRange[] {
    const ranges: StaticRange[] = []
    const [start, end] = [Math.max(span.start, low), Math.min(span.end, high)]
    for (let index = blockAt(this.pieces, start); index < this.pieces.length; index++) {
      const { node, start: from } = this.pieces[index] as Piece
      if (from >= end) break
      if (!(node instanceof Text)) continue
      const [first, last] = [Math.max(0, start - from), Math.min(node.length, end - from)]
      if (first >= last) continue
      ranges.push(new StaticRange({ startContainer: node, startOffset: first, endContainer: node, endOffset: last }))
    }
    return ranges
  }

  /** The stretch of text that is on screen, and so many screens above and below it; all of it where nothing is laid out. */
  near(screens: number): Span {
    const whole = { start: 0, end: this.text.length }
    if (this.root.getBoundingClientRect().height === 0) return whole
    const room = window.innerHeight * screens
    const first = this.firstPiece((rect) => rect.bottom > -room)
    const behind = this.firstPiece((rect) => rect.top > window.innerHeight + room)
    return {
      start: this.pieces[Math.max(0, first - 1)]?.start ?? 0,
      end: this.pieces[behind]?.start ?? whole.end,
    }
  }

  /** Index of the first piece whose box is as asked, given that all boxes further down are. */
  private firstPiece(isAsked: (rect: DOMRect) => boolean): number {
    let [low, high] = [0, this.pieces.length]
    while (low < high) {
      const middle = (low + high) >> 1
      // What is not laid out (a hidden utterance) tells nothing: the next one that is decides for it.
      let at = middle
      let rect = this.boxOf(at)
      while (rect && rect.height === 0 && at + 1 < high) rect = this.boxOf(++at)
      if (rect && isAsked(rect)) high = middle
      else low = at + 1
    }
    return low
  }

  private boxOf = (index: number): DOMRect | undefined =>
    this.pieces[index]?.node.parentElement?.getBoundingClientRect()

  contains(node: Node): boolean {
    return this.root.contains(node)
  }

  /** The place of a DOM position, or undefined when it lies outside the text. */
  placeOf(node: Node, offset: number): number | undefined {
    const start = this.starts.get(node)
    if (start !== undefined && node instanceof Text) return start + offset
    if (!this.contains(node)) return undefined
    const point = new Range()
    point.setStart(node, offset)
    // The first piece that is not before the point.
    let [low, high] = [0, this.pieces.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (point.comparePoint((this.pieces[middle] as Piece).node, 0) < 0) low = middle + 1
      else high = middle
    }
    return this.pieces[low]?.start ?? this.text.length
  }
}

/** Puts a plain text into an element. */
export function layText(root: HTMLElement, text: string): Places {
  const pieces = blocksOf(text).map((block): Piece => {
    const element = document.createElement('div')
    element.dataset.block = ''
    const node = document.createTextNode(block.text)
    element.append(node)
    root.append(element)
    return { start: block.start, node }
  })
  return new Places({ root, text, pieces })
}
