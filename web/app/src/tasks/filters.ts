import type {
  FilterColumn,
  FilterItem,
  FilterLanguage,
  FilterOperator,
  Filters,
  FilterTarget,
  Json,
} from '@labelwright/api'

/** Conditions and groups of them, as plain values. */

export type FilterNode = FilterItem | Filters

export const isGroup = (node: FilterNode): node is Filters => 'items' in node

export const NO_FILTERS: Filters = { conjunction: 'and', items: [] }

const DATA = 'filter:tasks:data.'

/** Fields of the data are texts, and numbers for whoever compares them as such. */
export const typesOf = ({ filter, type }: Pick<FilterColumn, 'filter' | 'type'>): readonly string[] =>
  filter.startsWith(DATA) ? [type, 'Number'] : [type]

export const operatorsFor = (language: FilterLanguage, column: FilterColumn): readonly FilterOperator[] =>
  typesOf(column).flatMap((type, at, types) =>
    language.operators.filter((operator) => operator.types.includes(type) && !isForOneOf(operator, types.slice(0, at))),
  )

const isForOneOf = ({ types }: FilterOperator, some: readonly string[]): boolean =>
  some.some((type) => types.includes(type))

/** What may be named in a group about this: its own columns, and what one of those inside it can be asked alone. */
export const columnsFor = ({ columns, targets }: FilterLanguage, about: FilterTarget): FilterColumn[] =>
  columns.filter(({ target }) => target === about || targets[about].includes(target))

/** What a new condition is about: hardly anybody asks for an annotation by its number. */
export const usualColumn = (language: FilterLanguage, about: FilterTarget): FilterColumn | undefined =>
  columnsFor(language, about).find(({ id }) => id !== 'id')

export function newFilter(language: FilterLanguage, column: FilterColumn): FilterItem {
  const operator = operatorsFor(language, column)[0]
  const item: FilterItem = { filter: column.filter, operator: 'equal', type: column.type, value: '' }
  return operator ? withOperator(item, operator, column) : item
}

const EMPTY: Record<FilterOperator['takes'], Json> = { one: '', range: { min: '', max: '' }, many: [], boolean: true }

const shapeOf = (value: Json): FilterOperator['takes'] => {
  if (Array.isArray(value)) return 'many'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'object' && value !== null ? 'range' : 'one'
}

/** The same condition with another operator; a value that no longer fits is taken away. */
export function withOperator(item: FilterItem, operator: FilterOperator, column: FilterColumn): FilterItem {
  const type = typesOf(column).find((one) => operator.types.includes(one)) ?? column.type
  // Several model versions or labels are named as a list where the operator speaks of one.
  const takes =
    type === 'Boolean' ? 'boolean' : operator.takes === 'one' && column.schema?.multiple ? 'many' : operator.takes
  const fits = shapeOf(item.value) === takes && type === item.type && item.value !== ''
  return { ...item, operator: operator.id, type, value: fits ? item.value : EMPTY[takes] }
}

const isFilled = (value: Json | undefined): boolean => {
  if (value === null || value === undefined || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return typeof value !== 'object' || ('min' in value ? isFilled(value.min) && isFilled(value.max) : true)
}

/** Without the conditions that are not written to their end, and without groups that have none. */
export function completed(group: Filters): Filters {
  const items = group.items.flatMap((node): FilterNode[] => {
    if (isGroup(node)) {
      const inner = completed(node)
      return inner.items.length > 0 ? [inner] : []
    }
    if (!isFilled(node.value)) return []
    const { child_filter: child, ...item } = node
    return [child && isFilled(child.value) ? { ...item, child_filter: child } : item]
  })
  return { ...group, items }
}

/** How many conditions there are, in groups too. */
export const countFilters = ({ items }: Filters): number =>
  items.reduce((sum, node) => sum + (isGroup(node) ? countFilters(node) : 1), 0)

/** The group with another, or no node in a place. */
export const replaced = (group: Filters, at: number, next: (node: FilterNode) => FilterNode | undefined): Filters => ({
  ...group,
  items: group.items.flatMap((node, i) => (i === at ? (next(node) ?? []) : node)),
})

/** The group with so many of its target: at least or at most. */
export function withNumber(
  { at_least: _, at_most: __, ...group }: Filters,
  how: 'least' | 'most',
  number: number,
): Filters {
  return how === 'least' ? { ...group, at_least: number } : { ...group, at_most: number }
}

/** The group about something else: conditions on what is no longer at hand go. */
export function withTarget(language: FilterLanguage, group: Filters, about: FilterTarget): Filters {
  const { at_least: _, at_most: __, target: ___, ...rest } = group
  const named = new Set(columnsFor(language, about).map(({ filter }) => filter))
  const items = rest.items.filter((node) => !isGroup(node) && named.has(node.filter))
  const first = usualColumn(language, about)
  const kept = items.length > 0 || !first ? items : [newFilter(language, first)]
  return { ...rest, items: kept, ...(about !== 'tasks' && { target: about }) }
}
