import { avatarAddress, type Column, type Json, type Task } from '@labelwright/api'
import { locale, t } from '@labelwright/i18n'
import { Avatar, Badge, Group, Text } from '@mantine/core'
import { IconCheck, IconPhotoOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useMembers } from '../people/members.ts'
import { displayName } from '../session/session.ts'
import classes from './tasks.module.css'

/** A column's name: ours are translated, the fields of the data are the person's own words. */
export function columnTitle(column: Column): string {
  if (column.parent) return column.title
  const titles: Partial<Record<string, string>> = {
    id: t('tasks.column_id'),
    inner_id: t('tasks.column_inner_id'),
    completed_at: t('tasks.column_completed_at'),
    total_annotations: t('tasks.column_annotations'),
    cancelled_annotations: t('tasks.column_cancelled'),
    total_predictions: t('tasks.column_predictions'),
    annotators: t('tasks.column_annotators'),
    created_at: t('tasks.column_created_at'),
    updated_at: t('tasks.column_updated_at'),
    file_upload: t('tasks.column_file'),
    avg_lead_time: t('tasks.column_lead_time'),
    draft_exists: t('tasks.column_drafts'),
  }
  return titles[column.id] ?? column.title
}

export function columnWidth(column: Column): string {
  if (column.type === 'Image') return '110px'
  if (column.type === 'Number' || column.type === 'Boolean' || column.type === 'Time') return '128px'
  if (column.type === 'Datetime') return '196px'
  if (column.type === 'List') return '160px'
  // What the config shows is what people read; the other fields of the data are mostly short.
  return column.type === 'Unknown' ? 'minmax(140px, 1fr)' : 'minmax(220px, 3fr)'
}

export function Cell({ column, task }: { column: Column; task: Task }) {
  const value = cellValue(column, task)
  if (value === null || value === undefined || value === '') return <Text c="dimmed">–</Text>
  switch (column.type) {
    case 'Image':
      return <Thumbnail address={value} />
    case 'Datetime':
      return <Moment value={value} />
    case 'Boolean':
      return value ? <IconCheck size={16} aria-label={t('common.yes')} /> : null
    case 'Time':
      return <Text size="sm">{t('tasks.seconds', { seconds: number(value, 1) })}</Text>
    case 'Number':
      return <Counter value={value} />
    case 'List':
      return column.id === 'annotators' || column.id === 'updated_by' ? (
        <People value={value} />
      ) : (
        <Items value={value} />
      )
    default:
      return (
        <Text size="sm" className={classes.text}>
          {typeof value === 'string'
            ? value.slice(0, 400)
            : typeof value === 'number'
              ? String(value)
              : JSON.stringify(value).slice(0, 400)}
        </Text>
      )
  }
}

function cellValue(column: Column, task: Task): Json | undefined {
  if (column.parent === 'data') return task.data[column.id]
  return (task as unknown as Record<string, Json>)[column.id]
}

const number = (value: Json, digits: number) =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(Number(value))

function Counter({ value }: { value: Json }) {
  if (value === 0) return <Text c="dimmed">0</Text>
  return <Badge color="teal">{number(value, 3)}</Badge>
}

function Moment({ value }: { value: Json }) {
  const date = new Date(String(value))
  return (
    <Text size="sm" truncate component="time" dateTime={String(value)} title={date.toLocaleString(locale())}>
      {new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(date)}
    </Text>
  )
}

function Thumbnail({ address }: { address: Json }) {
  const [broken, setBroken] = useState(false)
  const first = Array.isArray(address) ? address[0] : address
  if (typeof first !== 'string') return null
  if (broken)
    return (
      <IconPhotoOff size={22} stroke={1.4} color="var(--mantine-color-dimmed)" aria-label={t('tasks.no_picture')} />
    )
  return (
    <img
      src={first}
      alt=""
      loading="lazy"
      decoding="async"
      className={classes.thumbnail}
      onError={() => setBroken(true)}
    />
  )
}

function Items({ value }: { value: Json }) {
  const items = Array.isArray(value) ? value : [value]
  const names = items.map((item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return `${item}`
    return `${item.email ?? item.user_id ?? JSON.stringify(item)}`
  })
  return (
    <Group gap={4} wrap="nowrap" title={names.join(', ')}>
      {names.slice(0, 3).map((name) => (
        <Badge key={name} color="gray">
          {name}
        </Badge>
      ))}
    </Group>
  )
}

/** Member ids as faces. */
function People({ value }: { value: Json }) {
  const members = useMembers()
  const ids = (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one) ? Number(one.user_id ?? one.id) : Number(one),
  )
  const people = ids.map((id) => members.find((one) => one.id === id))
  const names = people.map((one, i) => (one ? displayName(one) : String(ids[i])))
  return (
    <Avatar.Group title={names.join(', ')} spacing={8}>
      {people.slice(0, 4).map((one, i) => (
        <Avatar key={ids[i]} size={28} radius="xl" color="teal" src={avatarAddress(one?.avatar)} alt={names[i]}>
          {one?.initials.toUpperCase() ?? ids[i]}
        </Avatar>
      ))}
    </Avatar.Group>
  )
}
