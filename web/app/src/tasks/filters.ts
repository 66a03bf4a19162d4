import type { Column, FilterItem, Filters, Json, Operator } from '@labelwright/api'
import { qualified } from './columns.ts'

/** Conditions and groups of them, as plain values. A group is told from a condition by its conjunction. */

export type FilterNode = FilterItem | Filters

export const isGroup = (node: FilterNode): node is Filters => 'items' in node

const FIELD = 'filter:tasks:'

export const filterOf = (column: Column): string => FIELD + qualified(column)

export type Family = 'text' | 'number' | 'date' | 'boolean' | 'list'

export const OPERATORS: Record<Family, readonly Operator[]> = {
  text: ['contains', 'not_contains', 'equal', 'not_equal', 'regex', 'empty'],
  number: ['equal', 'not_equal', 'less', 'greater', 'less_or_equal', 'greater_or_equal', 'in', 'not_in', 'empty'],
  date: ['less', 'greater', 'in', 'not_in', 'empty'],
  boolean: ['equal'],
  list: ['contains', 'not_contains', 'empty'],
}

export function family(type: string): Family {
  if (type === 'Number' || type === 'Time') return 'number'
  if (type === 'Datetime') return 'date'
  if (type === 'Boolean') return 'boolean'
  return type === 'List' ? 'list' : 'text'
}

const SHAPES = { empty: 'either', in: 'range', not_in: 'range', in_list: 'many', not_in_list: 'many' } as const

/** What a value is made of: one thing, two ends, several things, or yes and no. */
export const shapeOf = (operator: Operator): 'one' | 'range' | 'many' | 'either' =>
  operator in SHAPES ? SHAPES[operator as keyof typeof SHAPES] : 'one'

export function newFilter(column: Column): FilterItem {
  const operator = OPERATORS[family(column.type)][0] ?? 'equal'
  return { filter: filterOf(column), operator, type: column.type, value: column.type === 'Boolean' ? true : '' }
}

/** The same condition with another operator; a value that no longer fits is taken away. */
export function withOperator(item: FilterItem, operator: Operator): FilterItem {
  if (shapeOf(operator) === shapeOf(item.operator)) return { ...item, operator }
  const empty = { one: '', range: { min: '', max: '' }, many: [], either: true }
  return { ...item, operator, value: empty[shapeOf(operator)] }
}

const isFilled = (value: Json | undefined): boolean => {
  if (value === null || value === undefined || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return typeof value !== 'object' || ('min' in value ? isFilled(value.min) && isFilled(value.max) : true)
}

/** Without the conditions that are not written to their end, and without groups that have none. */
export function completed({ conjunction, items }: Filters): Filters {
  const rest = items.flatMap((node): FilterNode[] => {
    if (isGroup(node)) {
      const group = completed(node)
      return group.items.length > 0 ? [group] : []
    }
    if (!isFilled(node.value)) return []
    const { child_filter: child, ...item } = node
    return [child && isFilled(child.value) ? { ...item, child_filter: child } : item]
  })
  return { conjunction, items: rest }
}

/** How many conditions there are, in groups too. */
export const countFilters = ({ items }: Filters): number =>
  items.reduce((sum, node) => sum + (isGroup(node) ? countFilters(node) : 1), 0)

/** The group with another, or no node in a place. */
export const replaced = (group: Filters, at: number, node: FilterNode | undefined): Filters => ({
  ...group,
  items: group.items.flatMap((old, i) => (i !== at ? [old] : node ? [node] : [])),
})
