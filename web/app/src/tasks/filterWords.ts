import type { Column, FilterColumn, FilterTarget, Operator } from '@labelwright/api'
import { type TextKey, t } from '@labelwright/i18n'
import { columnTitle } from './cells.tsx'
import { qualified } from './columns.ts'

/** An operator in words that fit what it compares: a date is before another, a number less. */
export function operatorTitle(operator: Operator, type: string): string {
  if (type === 'Datetime' && operator === 'less') return t('data.op_before')
  if (type === 'Datetime' && operator === 'greater') return t('data.op_after')
  switch (operator) {
    case 'in':
      return t('data.op_in')
    case 'not_in':
      return t('data.op_not_in')
    case 'in_list':
      return t('data.op_in_list')
    case 'not_in_list':
      return t('data.op_not_in_list')
    default:
      return t(`tasks.op_${operator}`)
  }
}

const INSIDE: Readonly<Record<string, TextKey & (`data.${string}` | `tasks.${string}`)>> = {
  completed_by: 'tasks.column_annotators',
  updated_by: 'data.column_updated_by',
  created_at: 'tasks.column_created_at',
  updated_at: 'tasks.column_updated_at',
  lead_time: 'tasks.column_lead_time',
  result_count: 'data.inside_regions',
  was_cancelled: 'tasks.column_cancelled',
  ground_truth: 'data.inside_ground_truth',
  model_version: 'data.inside_model_version',
  score: 'data.inside_score',
  control: 'data.inside_control',
  type: 'data.inside_type',
  label: 'data.inside_label',
  text: 'data.inside_text',
  number: 'data.number',
}

/** What a condition is about, named as the list's columns are. */
export function filterTitle({ filter, id, title, target }: FilterColumn, columns: readonly Column[]): string {
  if (target === 'tasks') {
    const shown = columns.find((column) => filter === `filter:tasks:${qualified(column)}`)
    return shown ? columnTitle(shown) : title
  }
  const key = INSIDE[id]
  return key ? (t as (key: TextKey) => string)(key) : title
}

export function targetTitle(target: FilterTarget): string {
  const words = {
    tasks: t('data.target_tasks'),
    annotations: t('data.target_annotations'),
    predictions: t('data.target_predictions'),
    results: t('data.target_results'),
  }
  return words[target]
}
