import type { Column, FilterItem, Operator, TaskQuery, ViewData } from '@labelwright/api'

/** How the table is looked at: which rows, in which order, with which columns. */
export interface TableView {
  filters: readonly FilterItem[]
  conjunction: 'and' | 'or'
  /** Column id, with `-` in front for descending. */
  order: string | undefined
  hidden: readonly string[]
}

export const PREFIX = 'tasks:'

export function defaultView(columns: readonly Column[]): TableView {
  const hidden = columns.filter((column) => column.visibility_defaults?.explore === false).map(qualified)
  return { filters: [], conjunction: 'and', order: undefined, hidden }
}

/** Name of a column in filters and ordering: fields of the data stand below `data`. */
export const qualified = (column: Column): string => (column.parent ? `${column.parent}.${column.id}` : column.id)

export function fromViewData(data: ViewData, columns: readonly Column[]): TableView {
  const base = defaultView(columns)
  const [order] = data.ordering ?? []
  return {
    filters: data.filters?.items ?? [],
    conjunction: data.filters?.conjunction ?? 'and',
    order: order?.replace(PREFIX, ''),
    hidden: data.hiddenColumns?.explore?.map((name) => name.replace(PREFIX, '')) ?? base.hidden,
  }
}

export function toViewData(title: string, view: TableView, before?: ViewData): ViewData {
  const { ordering = [], filters = { conjunction: 'and' as const, items: [] } } = toQuery(view)
  const explore = view.hidden.map((name) => PREFIX + name)
  return {
    ...before,
    title,
    type: 'list',
    target: 'tasks',
    hiddenColumns: { explore, labeling: before?.hiddenColumns?.labeling ?? [] },
    ordering,
    filters,
  }
}

export function toQuery(view: TableView): TaskQuery {
  const complete = view.filters.filter((item) => item.value !== null && item.value !== '')
  return {
    ...(complete.length > 0 && { filters: { conjunction: view.conjunction, items: [...complete] } }),
    ...(view.order && { ordering: [withPrefix(view.order)] }),
  }
}

const withPrefix = (order: string) => (order.startsWith('-') ? `-${PREFIX}${order.slice(1)}` : PREFIX + order)

/** Ascending, descending, as it comes. */
export function nextOrder(order: string | undefined, column: string): string | undefined {
  if (order === column) return `-${column}`
  return order === `-${column}` ? undefined : column
}

export const OPERATORS: Record<'text' | 'number' | 'date' | 'boolean' | 'list', readonly Operator[]> = {
  text: ['contains', 'not_contains', 'equal', 'not_equal', 'regex', 'empty'],
  number: ['equal', 'not_equal', 'less', 'greater', 'less_or_equal', 'greater_or_equal', 'empty'],
  date: ['less', 'greater', 'empty'],
  boolean: ['equal'],
  list: ['contains', 'not_contains', 'empty'],
}

export function family(type: Column['type']): keyof typeof OPERATORS {
  if (type === 'Number' || type === 'Time') return 'number'
  if (type === 'Datetime') return 'date'
  if (type === 'Boolean') return 'boolean'
  return type === 'List' ? 'list' : 'text'
}
