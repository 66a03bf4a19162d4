import type { Column } from '@labelwright/api'
import type { TableView } from './view.ts'

/** Name of a column in filters and ordering: fields of the data stand below `data`. */
export const qualified = (column: Column): string => (column.parent ? `${column.parent}.${column.id}` : column.id)

/** Where a column stands in the list, and how wide. */
export interface PlacedColumn {
  column: Column
  name: string
  /** A track of a CSS grid. */
  track: string
  /** How far from the left it stays when the others scroll; undefined when it scrolls with them. */
  stuckAt: number | undefined
}

export const [NARROWEST, WIDEST] = [60, 1200]
export const SELECT_WIDTH = 44

export const inOrder = (columns: readonly Column[], order: readonly string[]): Column[] => {
  const place = (column: Column) => {
    const at = order.indexOf(qualified(column))
    return at < 0 ? order.length : at
  }
  return columns.toSorted((one, other) => place(one) - place(other))
}

/** The columns that are shown, from left to right: the pinned ones first. */
export function placed(columns: readonly Column[], view: TableView, hidden: readonly string[]): PlacedColumn[] {
  const isPinned = (column: Column) => view.pinned.includes(qualified(column))
  const shown = inOrder(columns, view.columnOrder).filter((column) => !hidden.includes(qualified(column)))
  let left = SELECT_WIDTH
  return [...shown.filter(isPinned), ...shown.filter((column) => !isPinned(column))].map((column) => {
    const name = qualified(column)
    const { least, share } = usualWidth(column)
    const fixed = view.widths[name] ?? (isPinned(column) ? least : undefined)
    const stuckAt = isPinned(column) ? left : undefined
    if (fixed !== undefined) left += fixed
    return { column, name, stuckAt, track: fixed !== undefined ? `${fixed}px` : trackOf(least, share) }
  })
}

const trackOf = (least: number, share: number): string =>
  share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`

/** What a column needs, and its share of what is left. */
function usualWidth({ type }: Column): { least: number; share: number } {
  if (type === 'Image' || type === 'Video') return { least: 116, share: 0 }
  if (type === 'Number' || type === 'Boolean' || type === 'Time') return { least: 128, share: 0 }
  if (type === 'Datetime') return { least: 196, share: 0 }
  if (type === 'List') return { least: 160, share: 0 }
  if (type === 'Audio' || type === 'AudioPlus') return { least: 260, share: 1 }
  // What the config shows is what people read; the other fields of the data are mostly short.
  return type === 'Unknown' ? { least: 140, share: 1 } : { least: 220, share: 3 }
}

export const widthWithin = (width: number): number => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))

/** The names of all columns with one of them beside another that is shown: `by` places further to the right. */
export function moved(
  columns: readonly Column[],
  order: readonly string[],
  shown: readonly string[],
  name: string,
  by: number,
): readonly string[] {
  const target = shown[shown.indexOf(name) + by]
  if (target === undefined || by === 0) return order
  const rest = inOrder(columns, order)
    .map(qualified)
    .filter((one) => one !== name)
  rest.splice(rest.indexOf(target) + (by > 0 ? 1 : 0), 0, name)
  return rest
}
