import { ACTIONS, type Action, type ActionField, type ActionId } from '@labelwright/api'
import { type TextKey, t } from '@labelwright/i18n'

/** What actions are called and say in the page's language; those that only the server knows, as it says it. */

const isOurs = (id: string): id is ActionId => (ACTIONS as readonly string[]).includes(id)
const plain = t as (key: TextKey) => string
const counted = t as (key: TextKey, values: { count: number }) => string

export const actionTitle = ({ id, title }: Action): string => (isOurs(id) ? plain(`actions.${id}`) : title)

export const actionAsks = ({ id, dialog }: Action): string => (isOurs(id) ? plain(`actions.${id}_asks`) : dialog.text)

export function actionDid({ id }: Action, answer: { processed_items?: number; detail?: string }): string {
  if (isOurs(id) && answer.processed_items !== undefined)
    return counted(`actions.${id}_done`, { count: answer.processed_items })
  return answer.detail ?? t('actions.done')
}

export const isDeletion = ({ id }: Action): boolean => id.startsWith('delete_') || id === 'remove_duplicates'

const FIELDS: Readonly<Record<string, TextKey & `actions.${string}`>> = {
  annotator: 'actions.field_annotator',
  control_tag: 'actions.field_control_tag',
  custom_control_tag: 'actions.field_custom_control_tag',
  model_version: 'actions.field_model_version',
  new_label_name: 'actions.field_new_label',
  old_label_name: 'actions.field_old_label',
  source: 'actions.field_source',
  source_annotation_id: 'actions.field_source_annotation',
  value: 'actions.field_value',
  value_name: 'actions.field_value_name',
  value_type: 'actions.field_value_type',
  with_counters: 'actions.field_with_counters',
}

/** Of fields whose choices are words of the server and not of the project. */
const OPTIONS: Readonly<Record<string, Readonly<Record<string, TextKey & `actions.${string}`>>>> = {
  control_tag: { ALL: 'actions.option_all' },
  source: { Annotations: 'actions.option_annotations', Predictions: 'actions.option_predictions' },
  value_type: {
    Expression: 'actions.option_expression',
    Number: 'actions.option_number',
    String: 'actions.option_string',
  },
  with_counters: { No: 'actions.option_no', Yes: 'actions.option_yes' },
}

export function fieldLabel({ name, label }: ActionField): string {
  const key = FIELDS[name]
  return key ? plain(key) : (label ?? name)
}

export const optionsOf = ({ name, options = [] }: ActionField): { label: string; value: string }[] =>
  options.map((option) => {
    const { label, value } = typeof option === 'string' ? { label: option, value: option } : option
    const key = OPTIONS[name]?.[value]
    return { value, label: key ? plain(key) : label }
  })
