import type { Operator } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import type { Family } from './filters.ts'

/** An operator in words that fit what it compares: a date is before another, a number less. */
export function operatorTitle(operator: Operator, kind: Family): string {
  if (kind === 'date' && operator === 'less') return t('data.op_before')
  if (kind === 'date' && operator === 'greater') return t('data.op_after')
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
