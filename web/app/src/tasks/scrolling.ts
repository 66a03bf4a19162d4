/**
 * Rows of one height, more than a browser can lay out: elements end at some 17 to 33 million pixels, a million rows do not. What is
 * taller than `TALLEST` gets a shorter element; small steps of the scrollbar move the rows by as much, large ones by their share, and at
 * rest the scrollbar is put where the rows are.
 */

export const TALLEST = 15_000_000

export interface Extent {
  /** Of all rows together. */
  full: number
  /** Of the part that is seen. */
  view: number
}

export interface Position {
  /** Where the scrollbar stands. */
  scroll: number
  /** What of the rows is at the upper edge. */
  top: number
}

export const heightOf = ({ full }: Extent): number => Math.min(full, TALLEST)

const furthest = ({ full, view }: Extent): number => Math.max(0, full - view)
const furthestScroll = (extent: Extent): number => Math.max(0, heightOf(extent) - extent.view)
const within = (value: number, most: number): number => Math.min(most, Math.max(0, value))

/** Where the scrollbar belongs when this part of the rows is seen, and the other way round. */
export function positionAt(top: number, extent: Extent): Position {
  const seen = within(top, furthest(extent))
  const share = furthest(extent) === 0 ? 0 : furthestScroll(extent) / furthest(extent)
  return { top: seen, scroll: extent.full <= TALLEST ? seen : seen * share }
}

/** The scrollbar was moved. */
export function scrolledTo(before: Position, scroll: number, extent: Extent): Position {
  if (extent.full <= TALLEST) return { scroll, top: scroll }
  const last = furthestScroll(extent)
  const step = scroll - before.scroll
  if (scroll <= 0) return { scroll, top: 0 }
  if (scroll >= last) return { scroll, top: furthest(extent) }
  const top = Math.abs(step) <= extent.view * 2 ? before.top + step : (scroll / last) * furthest(extent)
  return { scroll, top: within(top, furthest(extent)) }
}

/** The rows from `first` up to, not including, `end` that are seen, and `more` on both sides. */
export function rowsIn(top: number, view: number, row: number, count: number, more: number): [number, number] {
  const first = Math.max(0, Math.floor(top / row) - more)
  return [Math.min(first, count), Math.min(count, Math.ceil((top + view) / row) + more)]
}

/** The smallest move that brings a row into view. */
export function revealing(top: number, view: number, row: number, index: number): number {
  const [start, end] = [index * row, (index + 1) * row]
  if (start < top) return start
  return end > top + view ? end - view : top
}
