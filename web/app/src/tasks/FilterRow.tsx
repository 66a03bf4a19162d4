import type { Column, FilterItem, Operator } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { ActionIcon, Group, Select, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { columnTitle } from './cells.tsx'
import { FilterValue } from './FilterValue.tsx'
import { family, filterOf, newFilter, OPERATORS, withOperator } from './filters.ts'
import { operatorTitle } from './operatorTitle.ts'

interface FilterRowProps {
  columns: readonly Column[]
  item: FilterItem
  onChange: (item: FilterItem | undefined) => void
  isChild?: boolean
}

/** One condition, with the one that was joined to it elsewhere, if any. */
export function FilterRow({ columns, item, onChange, isChild = false }: FilterRowProps) {
  const column = columns.find((one) => filterOf(one) === item.filter)
  const kind = family(column?.type ?? item.type)
  const operators = OPERATORS[kind].includes(item.operator) ? OPERATORS[kind] : [...OPERATORS[kind], item.operator]
  const { child_filter: child, ...alone } = item
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
          allowDeselect={false}
          aria-label={t('tasks.filter_column')}
          comboboxProps={{ withinPortal: false }}
          data={[
            ...columns.map((one) => ({ value: filterOf(one), label: columnTitle(one) })),
            ...(column ? [] : [{ value: item.filter, label: item.filter.replace(/^filter:tasks:/, '') }]),
          ]}
          value={item.filter}
          onChange={(value) => {
            const next = columns.find((one) => filterOf(one) === value)
            if (next && next !== column) onChange({ ...newFilter(next), ...(child && { child_filter: child }) })
          }}
        />
        <Select
          w={150}
          size="xs"
          allowDeselect={false}
          aria-label={t('tasks.filter_operator')}
          comboboxProps={{ withinPortal: false }}
          data={operators.map((value) => ({ value, label: operatorTitle(value, kind) }))}
          value={item.operator}
          onChange={(value) => onChange(withOperator(item, (value ?? 'equal') as Operator))}
        />
        <FilterValue
          key={item.filter + item.operator}
          item={item}
          column={column}
          onChange={(value) => onChange({ ...item, value })}
        />
        <ActionIcon aria-label={t('tasks.remove_filter')} onClick={() => onChange(undefined)}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
      {child && (
        <FilterRow
          isChild
          columns={columns}
          item={child}
          onChange={(next) => onChange(next ? { ...alone, child_filter: next } : alone)}
        />
      )}
    </>
  )
}
