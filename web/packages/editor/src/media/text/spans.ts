/** The spans of a text in reading order: which of them reach into a stretch of it, and which lie over which. */

import type { Span } from './granularity'

/** Deeper ones share the last level: there is room for this many lines below a line of text. */
export const LEVELS = 4

export class SpanIndex<T extends Span> {
  /** By start; of two with the same start the longer first. */
  private readonly sorted: readonly T[]
  /** How far the spans up to each one reach at most. */
  private readonly reach: readonly number[]
  private readonly levels = new Map<T, number>()

  constructor(spans: readonly T[]) {
    this.sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
    let furthest = 0
    this.reach = this.sorted.map(({ end }) => {
      furthest = Math.max(furthest, end)
      return furthest
    })
    this.stack()
  }

  /** 0 is next to the text: what lies around others is on a level further away. */
  levelOf = (span: T): number => this.levels.get(span) ?? 0

  /** Spans that have at least one character in a stretch of text, in reading order. */
  within({ start, end }: Span): T[] {
    let [low, high] = [0, this.sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.reach[middle] as number) > start) high = middle
      else low = middle + 1
    }
    const found: T[] = []
    for (let at = low; at < this.sorted.length; at++) {
      const span = this.sorted[at] as T
      if (span.start >= end) break
      if (span.end > start) found.push(span)
    }
    return found
  }

  /** From the end of the text backwards, each span takes the first level that is free up to its end. */
  private stack(): void {
    const taken = new Array<number>(LEVELS - 1).fill(Number.POSITIVE_INFINITY)
    for (let at = this.sorted.length - 1; at >= 0; at--) {
      const span = this.sorted[at] as T
      const free = taken.findIndex((from) => from >= span.end)
      const level = free < 0 ? LEVELS - 1 : free
      if (level > 0) this.levels.set(span, level)
      if (level < taken.length) taken[level] = span.start
    }
  }
}
