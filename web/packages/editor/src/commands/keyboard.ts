/** One key press, one action: labels and choices of the config first, then commands. */

import { t } from '@labelwright/i18n'
import type { TaskEditor } from '../core/task-editor'
import { targetOf } from '../media/home'
import { keyOf, normaliseKey, type ResolvedKeys } from '../model'
import { type Command, commands } from '.'
import { canRun } from './command'

export interface KeyTable {
  /** Normalised key → the commands it may run; the first that applies does. */
  readonly commands: ReadonlyMap<string, readonly Command[]>
}

export function keyTable(editor: TaskEditor): KeyTable {
  const table = new Map<string, Command[]>()
  const add = (key: string, command: Command): void => {
    const list = table.get(key)
    if (list) list.push(command)
    else table.set(key, [command])
  }
  for (const command of commands) for (const key of keysOf(command, editor.keys)) add(key, command)
  return { commands: table }
}

/** The keys of a command: those somebody has set for it, else the documented ones and its own. */
export function keysOf(
  command: Pick<Command, 'id' | 'keys' | 'also'>,
  { keys, changed }: ResolvedKeys,
): readonly string[] {
  const own = keys.get(command.id) ?? []
  if (changed.has(command.id)) return own
  return [...own, ...(command.also ?? []).flatMap((id) => keys.get(id) ?? []), ...(command.keys ?? [])]
}

/** The keys worth showing, of several spellings of one the platform's, and those that the browser hears itself. */
export function shownKeys(
  command: Pick<Command, 'id' | 'keys' | 'also' | 'browserKeys'>,
  resolved: ResolvedKeys,
): readonly string[] {
  const own = command.browserKeys ?? command.keys ?? []
  const spellings = new Set(own.map(normaliseKey))
  const usual = own.find((key) => key.includes('command') === resolved.mac) ?? own[0]
  const keys = command.browserKeys ?? keysOf(command, resolved)
  return [...new Set(keys.map(normaliseKey))].filter((key) => key === usual || !spellings.has(key))
}

const GROUPS = {
  task: 'editor.groupTask',
  region: 'editor.groupRegion',
  tool: 'editor.groupTool',
  view: 'editor.groupView',
} as const

export const groupTitle = ({ group }: Command): string => t(GROUPS[group])

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)))

const PRESSABLE = 'button, a[href], input, summary, [role="option"], [role="menuitem"], [role="treeitem"]'

/** Keys that a focused control of the page needs for itself: an open menu all, for Escape and its letters. */
const isOwnKey = (target: EventTarget | null, key: string): boolean =>
  target instanceof HTMLElement &&
  (target.closest('[role="menu"]') !== null || (['enter', 'space'].includes(key) && target.closest(PRESSABLE) !== null))

/** Escape leaves a field with what is typed in it; what lists something, or searches, has a meaning of its own for it. */
function leaveField(target: EventTarget | null): boolean {
  if (!isField(target) || !(target instanceof HTMLElement) || target.matches('[role="combobox"], [type="search"]')) {
    return false
  }
  target.blur()
  return true
}

export const isTyping = (event: KeyboardEvent): boolean => isField(targetOf(event))

/** Runs what a key press means. Says whether it meant anything. */
export function press(editor: TaskEditor, table: KeyTable, event: KeyboardEvent): boolean {
  const key = keyOf(event)
  const typing = isTyping(event)
  if (isOwnKey(targetOf(event), key)) return false
  if (key === 'escape' && leaveField(targetOf(event))) return true
  const away = editor.views.isAway || editor.tabs.isHeld
  const labelled = editor.setting('hotkeys')
  if (!typing && !away && labelled && editor.pressOption(key)) return true
  for (const command of table.commands.get(key) ?? []) {
    if ((typing && !command.inFields) || (command.group === 'tool' && !labelled)) continue
    if (!canRun(editor, command)) continue
    void command.run(editor)
    return true
  }
  return !typing && !away && nudge(editor, event)
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Arrows move what is selected by a screen pixel, with Shift by ten. */
function nudge(editor: TaskEditor, event: KeyboardEvent): boolean {
  const arrow = ARROWS[event.key]
  const target = targetOf(event)
  const inList =
    target instanceof HTMLElement && target.closest('[role="listbox"], [role="tree"], [role="radiogroup"], input')
  if (!arrow || inList || event.ctrlKey || event.metaKey || event.altKey) return false
  const step = event.shiftKey ? 10 : 1
  for (const surface of editor.surfaces.values()) {
    if (surface.nudge?.(arrow[0] * step, arrow[1] * step)) return true
  }
  return false
}
