import type { Column, Filters, TaskQuery, ViewData } from '@labelwright/api'
import { qualified } from './columns.ts'
import { completed, NO_FILTERS } from './filters.ts'

/** How the tasks are looked at: which ones, in which order, as rows or tiles, with which columns. */
export interface TableView {
  layout: 'list' | 'grid'
  filters: Filters
  /** Column names, the most important first, with `-` in front for descending. */
  order: readonly string[]
  hidden: readonly string[]
  /** Hidden while a task is open beside the list. */
  hiddenBeside: readonly string[]
  /** Widths that somebody has set, in pixels. */
  widths: Readonly<Record<string, number>>
  /** Columns in the order somebody has given them; those that are missing come after these, as the server lists them. */
  columnOrder: readonly string[]
  /** Columns that stay in place while the others scroll. */
  pinned: readonly string[]
  rowHeight: RowHeight
  /** Tiles in a row of the grid. */
  tiles: number
}

/** One that builds on what there is must be a function: several may come before the next drawing. */
export type Change = Partial<TableView> | ((latest: TableView) => Partial<TableView>)

export const changed = (view: TableView, change: Change): Partial<TableView> =>
  typeof change === 'function' ? change(view) : change

export type RowHeight = 'low' | 'normal' | 'high'
export const ROW_HEIGHTS: readonly RowHeight[] = ['low', 'normal', 'high']
export const [FEWEST_TILES, MOST_TILES] = [2, 10]

const PREFIX = 'tasks:'

export function defaultView(columns: readonly Column[]): TableView {
  const hiddenIn = (place: 'explore' | 'labeling') =>
    columns.filter((column) => column.visibility_defaults?.[place] === false).map(qualified)
  return {
    layout: 'list',
    filters: NO_FILTERS,
    order: [],
    hidden: hiddenIn('explore'),
    // Without its number a task cannot be told apart from its neighbours.
    hiddenBeside: hiddenIn('labeling').filter((name) => name !== 'id'),
    widths: {},
    columnOrder: [],
    pinned: [],
    rowHeight: 'normal',
    tiles: 4,
  }
}

/** What Label Studio's views have no field for, under one name of our own. */
interface Own {
  columnOrder?: readonly string[]
  pinned?: readonly string[]
  rowHeight?: RowHeight
}

export function fromViewData(data: ViewData, columns: readonly Column[]): TableView {
  const base = defaultView(columns)
  const own = (data.labelwright ?? {}) as Own
  const bare = (names: readonly string[]) => names.map((name) => name.replace(PREFIX, ''))
  return {
    layout: data.type === 'grid' ? 'grid' : 'list',
    filters: data.filters ?? NO_FILTERS,
    order: bare(data.ordering ?? []),
    hidden: data.hiddenColumns?.explore ? bare(data.hiddenColumns.explore) : base.hidden,
    hiddenBeside: data.hiddenColumns?.labeling ? bare(data.hiddenColumns.labeling) : base.hiddenBeside,
    widths: renamed(data.columnsWidth ?? {}, (name) => name.replace(PREFIX, '')),
    columnOrder: own.columnOrder ?? [],
    pinned: own.pinned ?? [],
    rowHeight: own.rowHeight && ROW_HEIGHTS.includes(own.rowHeight) ? own.rowHeight : 'normal',
    tiles: Math.min(MOST_TILES, Math.max(FEWEST_TILES, Number(data.gridWidth) || base.tiles)),
  }
}

export function toViewData(title: string, view: TableView, before?: ViewData): ViewData {
  const named = (names: readonly string[]) => names.map((name) => PREFIX + name)
  const { ordering = [], filters = NO_FILTERS } = toQuery(view)
  const own: Own = { columnOrder: view.columnOrder, pinned: view.pinned, rowHeight: view.rowHeight }
  return {
    ...before,
    title,
    type: view.layout,
    target: 'tasks',
    hiddenColumns: { explore: named(view.hidden), labeling: named(view.hiddenBeside) },
    columnsWidth: renamed(view.widths, (name) => PREFIX + name),
    columnsDisplayType: before?.columnsDisplayType ?? {},
    gridWidth: view.tiles,
    ordering,
    filters,
    labelwright: { ...(before?.labelwright as Own | undefined), ...own },
  }
}

const renamed = <T>(record: Readonly<Record<string, T>>, name: (key: string) => string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value]))

export function toQuery(view: Pick<TableView, 'filters' | 'order'>): TaskQuery {
  const filters = completed(view.filters)
  return {
    ...(filters.items.length > 0 && { filters }),
    ...(view.order.length > 0 && { ordering: view.order.map(withPrefix) }),
  }
}

const withPrefix = (order: string) => (order.startsWith('-') ? `-${PREFIX}${order.slice(1)}` : PREFIX + order)

/** How a column takes part in the order: its place from 1, and whether downwards. */
export function orderOf(order: readonly string[], column: string): { place: number; down: boolean } | undefined {
  const place = order.findIndex((one) => one === column || one === `-${column}`)
  return place < 0 ? undefined : { place: place + 1, down: order[place]?.startsWith('-') === true }
}

/** Ascending, descending, as it comes. `also`: beside the others instead of in their place. */
export function nextOrder(order: readonly string[], column: string, also = false): readonly string[] {
  const known = orderOf(order, column)
  const next = !known ? column : known.down ? undefined : `-${column}`
  if (!also) return next === undefined ? [] : [next]
  if (!known) return [...order, column]
  return order.flatMap((one, at) => (at !== known.place - 1 ? [one] : next === undefined ? [] : [next]))
}
