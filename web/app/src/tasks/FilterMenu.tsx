import type { Column, FilterItem, Json, Operator } from '@labelwright/api'
import { type TextKey, t } from '@labelwright/i18n'
import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Popover,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconFilter, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { columnTitle } from './cells.tsx'
import { family, OPERATORS, qualified, type TableView } from './view.ts'

interface FilterMenuProps {
  columns: readonly Column[]
  view: TableView
  onChange: (change: Partial<TableView>) => void
}

export function FilterMenu({ columns, view, onChange }: FilterMenuProps) {
  const replace = (index: number, item: FilterItem | undefined) =>
    onChange({ filters: view.filters.flatMap((old, i) => (i !== index ? [old] : item ? [item] : [])) })
  const add = () => {
    const column = columns.find((one) => one.parent) ?? columns[0]
    if (column) onChange({ filters: [...view.filters, newFilter(column)] })
  }
  return (
    <Popover position="bottom-end" width={640} shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFilter size={15} />}
          rightSection={view.filters.length > 0 ? <Badge size="sm">{view.filters.length}</Badge> : undefined}
        >
          {t('tasks.filters')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tasks.filters')}>
        <Stack gap="sm">
          {view.filters.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('tasks.no_filters')}
            </Text>
          )}
          {view.filters.length > 1 && (
            <SegmentedControl
              size="xs"
              aria-label={t('tasks.conjunction')}
              value={view.conjunction}
              onChange={(value) => onChange({ conjunction: value as 'and' | 'or' })}
              data={[
                { value: 'and', label: t('tasks.match_all') },
                { value: 'or', label: t('tasks.match_any') },
              ]}
              style={{ alignSelf: 'flex-start' }}
            />
          )}
          {view.filters.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: filters have no identity but their place
            <FilterRow key={index} columns={columns} item={item} onChange={(next) => replace(index, next)} />
          ))}
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={15} />}
            onClick={add}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('tasks.add_filter')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

const FIELD = 'filter:tasks:'

function newFilter(column: Column): FilterItem {
  const operator = OPERATORS[family(column.type)][0] ?? 'equal'
  return {
    filter: FIELD + qualified(column),
    operator,
    type: column.type,
    value: column.type === 'Boolean' ? true : '',
  }
}

interface FilterRowProps {
  columns: readonly Column[]
  item: FilterItem
  onChange: (item: FilterItem | undefined) => void
}

function FilterRow({ columns, item, onChange }: FilterRowProps) {
  const column = columns.find((one) => FIELD + qualified(one) === item.filter)
  const operators = OPERATORS[family(column?.type ?? 'String')]
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        w={200}
        size="xs"
        searchable
        allowDeselect={false}
        aria-label={t('tasks.filter_column')}
        comboboxProps={{ withinPortal: false }}
        data={columns.map((one) => ({ value: FIELD + qualified(one), label: columnTitle(one) }))}
        value={item.filter}
        onChange={(value) => {
          const next = columns.find((one) => FIELD + qualified(one) === value)
          if (next) onChange(newFilter(next))
        }}
      />
      <Select
        w={150}
        size="xs"
        allowDeselect={false}
        aria-label={t('tasks.filter_operator')}
        comboboxProps={{ withinPortal: false }}
        data={operators.map((value) => ({ value, label: t(`tasks.op_${value}` as TextKey & `tasks.op_${Operator}`) }))}
        value={item.operator}
        onChange={(value) => {
          const operator = (value ?? 'equal') as Operator
          const switched = (operator === 'empty') !== (item.operator === 'empty')
          onChange({ ...item, operator, value: switched ? (operator === 'empty' ? true : '') : item.value })
        }}
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
  )
}

interface FilterValueProps {
  item: FilterItem
  column: Column | undefined
  onChange: (value: Json) => void
}

function FilterValue({ item, column, onChange }: FilterValueProps) {
  const kind = family(column?.type ?? 'String')
  const [text, setText] = useState(() => shownValue(item.value, kind))
  // Each keystroke would be a question to the server.
  const settle = useDebouncedCallback((value: string) => onChange(typedValue(value, kind)), 350)
  if (item.operator === 'empty' || kind === 'boolean') {
    return (
      <Select
        flex={1}
        size="xs"
        allowDeselect={false}
        aria-label={t('tasks.filter_value')}
        comboboxProps={{ withinPortal: false }}
        data={[
          { value: 'true', label: t('common.yes') },
          { value: 'false', label: t('common.no') },
        ]}
        value={String(item.value === '' ? true : item.value)}
        onChange={(value) => onChange(value === 'true')}
      />
    )
  }
  return (
    <TextInput
      flex={1}
      size="xs"
      type={kind === 'number' ? 'number' : kind === 'date' ? 'datetime-local' : 'text'}
      step="any"
      aria-label={t('tasks.filter_value')}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        settle(event.currentTarget.value)
      }}
    />
  )
}

function typedValue(text: string, kind: string): Json {
  if (text === '') return ''
  if (kind === 'number') return Number(text)
  return kind === 'date' ? new Date(text).toISOString() : text
}

function shownValue(value: Json, kind: string): string {
  if (value === null || value === '') return ''
  if (kind !== 'date') return String(value)
  const date = new Date(String(value))
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return Number.isNaN(date.getTime()) ? '' : local.toISOString().slice(0, 16)
}
