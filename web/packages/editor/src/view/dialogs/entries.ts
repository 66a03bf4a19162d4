/** Everything that can be done by name: commands, labels and choices, and going to a region. */

import { t } from '@labelwright/i18n'
import { type Command, commands, commandTitle } from '../../commands'
import { canRun, isOffered } from '../../commands/command'
import { groupTitle, shownKeys } from '../../commands/keyboard'
import { pickLabel } from '../../core/pick'
import type { TaskEditor } from '../../core/task-editor'
import { captionOf, flatten, keyOfLabel, type Option } from '../../model'

export interface Entry {
  readonly id: string
  readonly title: string
  readonly group: string
  /** Normalised. */
  readonly keys: readonly ShownKey[]
  /** Undefined where it cannot be done now. */
  readonly run?: (() => void) | undefined
}

export interface ShownKey {
  readonly key: string
  /** Title of what the key does in place of this. */
  readonly takenBy?: string | undefined
}

export function commandEntries(editor: TaskEditor): Entry[] {
  const labels = labelsByKey(editor)
  return commands
    .filter((it) => isOffered(editor, it))
    .map((command) => ({
      id: command.id,
      title: commandTitle(command.id),
      group: groupTitle(command),
      keys: shownKeys(command, editor.keys).map((key) => ({ key, takenBy: takerOf(command, key, labels) })),
      run: canRun(editor, command) ? () => void command.run(editor) : undefined,
    }))
}

/** Labels and choices come before commands. */
const takerOf = (command: Command, key: string, labels: ReadonlyMap<string, Option>): string | undefined =>
  command.browserKeys ? undefined : labels.get(key)?.value

export function optionEntries(editor: TaskEditor): Entry[] {
  const first = labelsByKey(editor)
  return [...editor.config.controls.values()].flatMap((control) =>
    [...flatten(control.options)].map((option): Entry => {
      const run = control.labels
        ? () => pickLabel(editor, control, keyOfLabel(control, option))
        : editor.optionKeys.get(option.node.id)
      const other = option.key === undefined ? undefined : first.get(option.key)
      const takenBy = other === option ? undefined : other?.value
      return {
        id: option.node.id,
        title: option.value || t('editor.blankLabel'),
        group: control.name,
        keys: option.key ? [{ key: option.key, takenBy }] : [],
        run: editor.annotation?.readOnly ? undefined : run,
      }
    }),
  )
}

/** Of options with one key the first has it. */
function labelsByKey(editor: TaskEditor): ReadonlyMap<string, Option> {
  const byKey = new Map<string, Option>()
  for (const control of editor.config.controls.values()) {
    for (const option of flatten(control.options)) {
      if (option.key !== undefined && !byKey.has(option.key)) byKey.set(option.key, option)
    }
  }
  return byKey
}

export function regionEntries(editor: TaskEditor): Entry[] {
  const { annotation } = editor
  return (annotation?.document.regions() ?? []).map((region, index): Entry => {
    const { title = '', text } = captionOf(region)
    const name = [editor.labelText([region.id]) || title || t('editor.noLabel'), text.slice(0, 60)]
    return {
      id: `region ${region.id}`,
      title: t('editor.goToRegion', { number: index + 1, name: name.filter((part) => part !== '').join(' · ') }),
      group: t('editor.groupRegion'),
      keys: [],
      run: () => editor.actions.select(region.id),
    }
  })
}
