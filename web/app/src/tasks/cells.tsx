import { avatarAddress, type Column, type Json, type Task } from '@labelwright/api'
import { locale, t } from '@labelwright/i18n'
import { Avatar, Badge, Group, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { createContext, lazy, Suspense, useContext } from 'react'
import { useMembers } from '../people/members.ts'
import { displayName } from '../session/session.ts'
import { Picture, Sound } from './mediaCells.tsx'
import classes from './tasks.module.css'

const ResultSummary = lazy(() => import('./ResultSummary.tsx'))

/** The project's label config: cells that sum up results take the labels' colours from it. */
export const LabelConfig = createContext('')

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
    annotations_results: t('data.column_annotations_results'),
    annotations_ids: t('data.column_annotations_ids'),
    predictions_results: t('data.column_predictions_results'),
    predictions_score: t('data.column_predictions_score'),
    predictions_model_versions: t('data.column_model_versions'),
    created_at: t('tasks.column_created_at'),
    updated_at: t('tasks.column_updated_at'),
    updated_by: t('data.column_updated_by'),
    file_upload: t('tasks.column_file'),
    storage_filename: t('data.column_storage_file'),
    avg_lead_time: t('tasks.column_lead_time'),
    draft_exists: t('tasks.column_drafts'),
  }
  return titles[column.id] ?? column.title
}

const PEOPLE = ['annotators', 'updated_by']
const RESULTS = ['annotations_results', 'predictions_results']
const COUNTS = ['total_annotations', 'cancelled_annotations', 'total_predictions']
/** What of a text a cell can show. */
const SHOWN = 600

export function Cell({ column, task }: { column: Column; task: Task }) {
  const value = cellValue(column, task)
  if (value === null || value === undefined || value === '' || isEmptyList(value))
    return (
      <Text size="sm" c="dimmed">
        –
      </Text>
    )
  switch (column.type) {
    case 'Image':
      return <Picture value={value} />
    case 'Audio':
    case 'AudioPlus':
      return <Sound value={value} />
    case 'Datetime':
      return <Moment value={value} />
    case 'Boolean':
      return value ? <IconCheck size={16} aria-label={t('common.yes')} /> : null
    case 'Time':
      return <Text size="sm">{t('tasks.seconds', { seconds: number(value, 1) })}</Text>
    case 'Number':
      return COUNTS.includes(column.id) ? <Counter value={value} /> : <Words text={number(value, 4)} />
    case 'List':
      return PEOPLE.includes(column.id) ? <People value={value} /> : <Items value={value} />
    default:
      if (RESULTS.includes(column.id)) return <Results text={String(value)} counts={labelCounts(column, task)} />
      return typeof value === 'object' ? <Structure value={value} /> : <Words text={String(value)} />
  }
}

export function cellValue(column: Column, task: Task): Json | undefined {
  if (column.parent !== 'data') return (task as unknown as Record<string, Json>)[column.id]
  // The one field of data that has no name yet.
  return task.data[column.id] ?? (column.id === 'data' ? task.data.$undefined$ : undefined)
}

const isEmptyList = (value: Json): boolean => Array.isArray(value) && value.length === 0

const number = (value: Json, digits: number) =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(Number(value))

function Words({ text }: { text: string }) {
  return (
    <Text size="sm" className={classes.text}>
      {text.slice(0, SHOWN)}
    </Text>
  )
}

function Structure({ value }: { value: Json }) {
  return <code className={`${classes.text} ${classes.code}`}>{JSON.stringify(value).slice(0, SHOWN)}</code>
}

const labelCounts = ({ id }: Column, task: Task) =>
  (id === 'annotations_results' ? task.annotations_labels : task.predictions_labels) ?? {}

/** Their labels, counted; of answers without labels, as they begin. */
function Results({ text, counts }: { text: string; counts: Readonly<Record<string, number>> }) {
  const config = useContext(LabelConfig)
  if (Object.keys(counts).length === 0) return <Words text={text} />
  return (
    <Suspense fallback={<Words text="…" />}>
      <ResultSummary counts={counts} config={config} />
    </Suspense>
  )
}

function Counter({ value }: { value: Json }) {
  if (value === 0)
    return (
      <Text size="sm" c="dimmed">
        0
      </Text>
    )
  return <span className={classes.count}>{number(value, 0)}</span>
}

function Moment({ value }: { value: Json }) {
  const date = new Date(String(value))
  return (
    <Text size="sm" truncate component="time" dateTime={String(value)} title={date.toLocaleString(locale())}>
      {new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(date)}
    </Text>
  )
}

function Items({ value }: { value: Json }) {
  const items = Array.isArray(value) ? value : String(value).split(',')
  const names = items.map((item) => (typeof item === 'object' ? JSON.stringify(item) : `${item}`))
  return (
    <Group gap={4} wrap="nowrap" title={names.join(', ')}>
      {[...new Set(names)].slice(0, 3).map((name) => (
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
