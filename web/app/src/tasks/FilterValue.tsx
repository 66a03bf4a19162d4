import type { Column, FilterItem, Json } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Group, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { useMembers } from '../people/members.ts'
import { displayName } from '../session/session.ts'
import { family, shapeOf } from './filters.ts'
import { shownValue, typedValue } from './filterText.ts'

interface FilterValueProps {
  item: FilterItem
  column: Column | undefined
  onChange: (value: Json) => void
}

const inside = { comboboxProps: { withinPortal: false }, size: 'xs', flex: 1 } as const

/** What a condition compares with: the field for it follows from the column and the operator. */
export function FilterValue({ item, column, onChange }: FilterValueProps) {
  const kind = family(column?.type ?? item.type)
  const shape = shapeOf(item.operator)
  if (shape === 'either' || kind === 'boolean') {
    return (
      <Select
        {...inside}
        allowDeselect={false}
        aria-label={t('tasks.filter_value')}
        data={[
          { value: 'true', label: t('common.yes') },
          { value: 'false', label: t('common.no') },
        ]}
        value={String(item.value === '' ? true : item.value)}
        onChange={(value) => onChange(value === 'true')}
      />
    )
  }
  if (shape === 'range') return <Range item={item} kind={kind} onChange={onChange} />
  if (shape === 'many') {
    const value = Array.isArray(item.value) ? item.value.map(String) : []
    return <TagsInput {...inside} aria-label={t('tasks.filter_value')} value={value} onChange={onChange} />
  }
  if (column?.id === 'annotators' || column?.id === 'updated_by')
    return <Person value={item.value} onChange={onChange} />
  if (column?.schema?.multiple) {
    const value = Array.isArray(item.value) ? item.value.map(String) : []
    const data = [...new Set([...(column.schema.items ?? []).map(String), ...value])]
    return (
      <MultiSelect {...inside} aria-label={t('tasks.filter_value')} data={data} value={value} onChange={onChange} />
    )
  }
  return <Typed label={t('tasks.filter_value')} kind={kind} value={item.value} onChange={onChange} />
}

function Range({ item, kind, onChange }: { item: FilterItem; kind: string; onChange: (value: Json) => void }) {
  const ends = typeof item.value === 'object' && item.value !== null && !Array.isArray(item.value) ? item.value : {}
  const { min = '', max = '' } = ends
  return (
    <Group gap={4} wrap="nowrap" flex={1}>
      <Typed label={t('data.from')} kind={kind} value={min} onChange={(value) => onChange({ max, min: value })} />
      <Typed label={t('data.to')} kind={kind} value={max} onChange={(value) => onChange({ min, max: value })} />
    </Group>
  )
}

function Person({ value, onChange }: { value: Json; onChange: (value: Json) => void }) {
  const members = useMembers()
  return (
    <Select
      {...inside}
      searchable
      aria-label={t('tasks.filter_value')}
      data={members.map((member) => ({ value: String(member.id), label: displayName(member) }))}
      value={value === '' ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? '' : Number(chosen))}
    />
  )
}

interface TypedProps {
  label: string
  kind: string
  value: Json
  onChange: (value: Json) => void
}

function Typed({ label, kind, value, onChange }: TypedProps) {
  const [text, setText] = useState(() => shownValue(value, kind))
  // Each keystroke would be a question to the server.
  const settle = useDebouncedCallback((typed: string) => onChange(typedValue(typed, kind)), {
    delay: 350,
    flushOnUnmount: true,
  })
  return (
    <TextInput
      flex={1}
      miw={0}
      size="xs"
      type={kind === 'number' ? 'number' : kind === 'date' ? 'datetime-local' : 'text'}
      step="any"
      aria-label={label}
      placeholder={kind === 'text' ? undefined : label}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        settle(event.currentTarget.value)
      }}
    />
  )
}
