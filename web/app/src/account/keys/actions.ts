import { type Command, commands, commandTitle, groupTitle } from '@labelwright/editor/keys'
import { t } from '@labelwright/i18n'
import { dataActions, dataActionTitle } from '../../tasks/commands.ts'

/** What has keys of its own: an action of the editor or of a page. */
export interface KeyedAction {
  id: string
  title: string
  group: string
  keys?: Command['keys']
  also?: Command['also']
  browserKeys?: Command['browserKeys']
}

export const keyedActions = (): KeyedAction[] => [
  ...commands.map((command) => ({ ...command, title: commandTitle(command.id), group: groupTitle(command) })),
  ...dataActions.map((id) => ({ id, title: dataActionTitle(id), group: t('data.keys') })),
]
