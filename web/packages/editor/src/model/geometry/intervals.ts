/**
 * Which spans lie over a place, or over a range, without looking at all of them. Spans sorted by start, with the
 * greatest end of each half kept in an implicit binary tree: built in O(n log n), asked in O(log n + hits). Rebuilding
 * for 10,000 spans takes a few milliseconds, so it is not updated in place.
 */

export interface Interval {
  readonly id: string
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

export class IntervalIndex<T extends Interval = Interval> {
  private readonly sorted: readonly T[]
  /** For the node in the middle of each range, the greatest end in that range. */
  private readonly maxEnd: Float64Array

  constructor(intervals: Iterable<T>) {
    this.sorted = [...intervals].sort((a, b) => a.start - b.start || b.end - a.end)
    this.maxEnd = new Float64Array(this.sorted.length)
    this.build(0, this.sorted.length)
  }

  /** Spans over the character at `offset`, outermost first. */
  at(offset: number): T[] {
    return this.overlapping(offset, offset + 1)
  }

  /** Spans that share something with `[start, end)`, by start. */
  overlapping(start: number, end: number): T[] {
    const found: T[] = []
    this.collect(0, this.sorted.length, start, end, found)
    return found
  }

  private build(low: number, high: number): number {
    if (low >= high) return Number.NEGATIVE_INFINITY
    const middle = (low + high) >> 1
    const own = (this.sorted[middle] as T).end
    const max = Math.max(own, this.build(low, middle), this.build(middle + 1, high))
    this.maxEnd[middle] = max
    return max
  }

  private collect(low: number, high: number, start: number, end: number, into: T[]): void {
    if (low >= high) return
    const middle = (low + high) >> 1
    if ((this.maxEnd[middle] as number) <= start) return
    this.collect(low, middle, start, end, into)
    const interval = this.sorted[middle] as T
    if (interval.start >= end) return
    if (interval.end > start) into.push(interval)
    this.collect(middle + 1, high, start, end, into)
  }
}
