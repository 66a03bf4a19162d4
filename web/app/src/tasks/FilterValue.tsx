import type { FilterColumn, FilterItem, FilterOperator, Json } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Group, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMembers } from '../people/members.ts'
import { displayName } from '../session/session.ts'
import { FilterDate } from './FilterDate.tsx'
import { shownValue, typedValue } from './filterText.ts'

interface FilterValueProps {
  item: FilterItem
  column: FilterColumn
  takes: FilterOperator['takes']
  onChange: (value: Json) => void
}

const inside = { comboboxProps: { withinPortal: false }, size: 'xs', flex: 1 } as const
const PEOPLE = ['annotators', 'updated_by', 'completed_by']

/** What a condition compares with: the field for it follows from the column and the operator. */
export function FilterValue({ item, column, takes, onChange }: FilterValueProps) {
  const label = t('tasks.filter_value')
  const known = (column.schema?.items ?? []).map(String)
  if (takes === 'boolean' || item.type === 'Boolean') return <YesOrNo value={item.value} onChange={onChange} />
  if (takes === 'range') return <Range item={item} onChange={onChange} />
  if (PEOPLE.includes(column.id)) return <People value={item.value} isMany={takes === 'many'} onChange={onChange} />
  if (takes === 'many' || column.schema?.multiple) {
    const value = Array.isArray(item.value) ? item.value.map(String) : []
    const change = (chosen: string[]) => onChange(item.type === 'Number' ? chosen.map(Number) : chosen)
    return known.length > 0 ? (
      <MultiSelect
        {...inside}
        searchable
        openOnFocus={false}
        aria-label={label}
        data={union(known, value)}
        value={value}
        onChange={change}
      />
    ) : (
      <TagsInput {...inside} aria-label={label} value={value} onChange={change} />
    )
  }
  if (known.length > 0 && item.operator !== 'contains' && item.operator !== 'regex') {
    const value = item.value === '' ? null : String(item.value)
    const data = union(known, value === null ? [] : [value])
    return (
      <Select
        {...inside}
        searchable
        openOnFocus={false}
        aria-label={label}
        data={data}
        value={value}
        onChange={(it) => onChange(it ?? '')}
      />
    )
  }
  return <Typed label={label} type={item.type} value={item.value} onChange={onChange} />
}

const union = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...one, ...other])]

interface FieldProps {
  value: Json
  onChange: (value: Json) => void
}

function YesOrNo({ value, onChange }: FieldProps) {
  return (
    <Select
      {...inside}
      allowDeselect={false}
      aria-label={t('tasks.filter_value')}
      data={[
        { value: 'true', label: t('common.yes') },
        { value: 'false', label: t('common.no') },
      ]}
      value={String(value === '' ? true : value)}
      onChange={(chosen) => onChange(chosen === 'true')}
    />
  )
}

function Range({ item, onChange }: { item: FilterItem; onChange: (value: Json) => void }) {
  const ends = typeof item.value === 'object' && item.value !== null && !Array.isArray(item.value) ? item.value : {}
  const { min = '', max = '' } = ends
  return (
    <Group gap={4} flex={1}>
      <Typed label={t('data.from')} type={item.type} value={min} onChange={(value) => onChange({ min: value, max })} />
      <Typed label={t('data.to')} type={item.type} value={max} onChange={(value) => onChange({ min, max: value })} />
    </Group>
  )
}

function People({ value, isMany, onChange }: FieldProps & { isMany: boolean }) {
  const data = useMembers().map((member) => ({ value: String(member.id), label: displayName(member) }))
  const label = t('tasks.filter_value')
  if (isMany) {
    const chosen = Array.isArray(value) ? value.map(String) : []
    return (
      <MultiSelect
        {...inside}
        searchable
        openOnFocus={false}
        aria-label={label}
        data={data}
        value={chosen}
        onChange={(ids) => onChange(ids.map(Number))}
      />
    )
  }
  return (
    <Select
      {...inside}
      searchable
      openOnFocus={false}
      aria-label={label}
      data={data}
      value={value === '' ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? '' : Number(chosen))}
    />
  )
}

interface TypedProps extends FieldProps {
  label: string
  type: string
}

function Typed({ label, type, value, onChange }: TypedProps) {
  const isNumber = type === 'Number' || type === 'Time'
  const [text, setText] = useState(() => shownValue(value, type))
  // What is typed may not be a number yet; but what was changed elsewhere is shown.
  const shown = typedValue(text, type) === value ? text : shownValue(value, type)
  if (type === 'Datetime') return <FilterDate label={label} value={value} onChange={onChange} />
  return (
    <TextInput
      flex={1}
      miw={0}
      size="xs"
      type={isNumber ? 'number' : 'text'}
      step="any"
      aria-label={label}
      placeholder={isNumber ? label : undefined}
      value={shown}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(typedValue(event.currentTarget.value, type))
      }}
    />
  )
}
