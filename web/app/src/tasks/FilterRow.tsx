import type { Column, FilterColumn, FilterItem, FilterLanguage, FilterTarget } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { ActionIcon, Group, Select, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { FilterValue } from './FilterValue.tsx'
import { columnsFor, newFilter, operatorsFor, withOperator } from './filters.ts'
import { filterTitle, operatorTitle, targetTitle } from './filterWords.ts'

interface FilterRowProps {
  language: FilterLanguage
  columns: readonly Column[]
  /** What the group around it is about. */
  about: FilterTarget
  item: FilterItem
  onChange: (next: (latest: FilterItem) => FilterItem | undefined) => void
  isChild?: boolean
}

/** One condition, with the one that was joined to it elsewhere, if any. */
export function FilterRow({ language, columns, about, item, onChange, isChild = false }: FilterRowProps) {
  const choices = columnsFor(language, about)
  const column = choices.find((one) => one.filter === item.filter) ?? unknown(item, about)
  const operators = operatorsFor(language, column)
  const operator = operators.find(({ id }) => id === item.operator)
  const child = item.child_filter
  const targets = [...new Set(choices.map(({ target }) => target))]
  return (
    <>
      <Group gap="xs" wrap="nowrap" align="flex-start" pl={isChild ? 'md' : 0}>
        {isChild && (
          <Text size="xs" c="dimmed" pt={8}>
            {t('data.and')}
          </Text>
        )}
        <Select
          w={190}
          size="xs"
          searchable
          openOnFocus={false}
          allowDeselect={false}
          aria-label={t('tasks.filter_column')}
          comboboxProps={{ withinPortal: false }}
          data={[
            ...targets.map((target) => ({
              group: targetTitle(target),
              items: choices
                .filter((one) => one.target === target)
                .map((one) => ({ value: one.filter, label: filterTitle(one, columns) })),
            })),
            ...(choices.includes(column) ? [] : [{ value: column.filter, label: column.title }]),
          ]}
          value={item.filter}
          onChange={(value) => {
            const next = choices.find((one) => one.filter === value)
            if (next && next !== column) onChange((latest) => withChild(newFilter(language, next), latest.child_filter))
          }}
        />
        <Select
          w={150}
          size="xs"
          allowDeselect={false}
          aria-label={t('tasks.filter_operator')}
          comboboxProps={{ withinPortal: false }}
          data={[
            ...operators.map(({ id }) => ({ value: id, label: operatorTitle(id, column.type) })),
            ...(operator ? [] : [{ value: item.operator, label: operatorTitle(item.operator, column.type) }]),
          ]}
          value={item.operator}
          onChange={(value) => {
            const next = operators.find(({ id }) => id === value)
            if (next) onChange((latest) => withOperator(latest, next, column))
          }}
        />
        <FilterValue
          key={item.filter + item.operator}
          item={item}
          column={column}
          takes={operator?.takes ?? 'one'}
          onChange={(value) => onChange((latest) => ({ ...latest, value }))}
        />
        <ActionIcon aria-label={t('tasks.remove_filter')} onClick={() => onChange(() => undefined)}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
      {child && (
        <FilterRow
          isChild
          language={language}
          columns={columns}
          about={about}
          item={child}
          onChange={(next) => onChange((latest) => withChild(latest, latest.child_filter && next(latest.child_filter)))}
        />
      )}
    </>
  )
}

const withChild = ({ child_filter: _, ...item }: FilterItem, child: FilterItem | undefined): FilterItem => ({
  ...item,
  ...(child && { child_filter: child }),
})

/** A condition that another program wrote about something this project does not have. */
const unknown = ({ filter, type }: FilterItem, target: FilterTarget): FilterColumn => {
  const title = filter.replace(/^filter:\w+:/, '')
  return { filter, id: title, title, type, target }
}
