import { type TextKey, t } from '@labelwright/i18n'

/** Actions of the list of tasks that hold wherever the page has no other use for their keys. The keys stand in the editor's key map. */
export type DataAction = 'dm:focus-previous' | 'dm:focus-next' | 'dm:open-labeling' | 'dm:close-labeling'

const TITLES: Readonly<Record<DataAction, TextKey & `data.${string}`>> = {
  'dm:focus-previous': 'data.cmd_focus_previous',
  'dm:focus-next': 'data.cmd_focus_next',
  'dm:open-labeling': 'data.cmd_open',
  'dm:close-labeling': 'data.cmd_close',
}

export const dataActions = Object.keys(TITLES) as DataAction[]

export const dataActionTitle = (id: DataAction): string => (t as (key: TextKey) => string)(TITLES[id])
