/** An action of the person: read by keyboard, palette, help and buttons alike. Its key stands in the model's key map. */

import type { TextKey } from '@labelwright/i18n'
import type { AreaCommands, AreaOffers } from '../core/surface'
import type { TaskEditor } from '../core/task-editor'
import type { Relation } from '../model'

/** Titles of commands. */
type TitleKey = Extract<TextKey, `${string}.cmd${string}`>

export interface Command {
  /** As in the key map, so that the keys people have set for it hold. */
  readonly id: string
  readonly title: TitleKey
  readonly group: 'task' | 'region' | 'tool' | 'view'
  /** Keys of commands that the documented key map does not know. */
  readonly keys?: readonly string[]
  /** Keys that the browser turns into an event of its own (copy, paste): shown, never changed, and heard there. */
  readonly browserKeys?: readonly string[]
  /** Also while typing in a field. */
  readonly inFields?: true
  /** Further ids of the key map that run it. */
  readonly also?: readonly string[]
  /** Whether the page around the editor lets people do it at all; it is spoken of nowhere otherwise. */
  readonly offered?: (editor: TaskEditor) => boolean
  readonly when?: (editor: TaskEditor) => boolean
  /** Also while all annotations, or an earlier state, are on screen instead of the work. */
  readonly away?: true
  readonly run: (editor: TaskEditor) => void | Promise<void>
}

export type { AreaOffers } from '../core/surface'

export const isOffered = (editor: TaskEditor, { offered }: Command): boolean => offered?.(editor) !== false

export const canRun = (editor: TaskEditor, command: Command): boolean =>
  isOffered(editor, command) &&
  (command.away === true || !(editor.views.isAway || editor.tabs.isHeld)) &&
  command.when?.(editor) !== false

export const command = (it: Command): Command => it

/** The surface that commands about tools and zoom mean: the one last in focus, else the first that can do it. */
export function surfaceFor(
  editor: TaskEditor,
  can: 'zoomIn' | 'toggleSmart' | 'takeTool' | 'nudge' | 'rotate' | 'turnPage',
) {
  const focused = editor.surfaces.get(editor.focusedSurface.get() ?? '')
  if (focused?.[can]) return focused
  return [...editor.surfaces.values()].find((surface) => surface[can])
}

/** The regions that are selected. */
export const selected = (editor: TaskEditor): ReadonlySet<string> =>
  editor.annotation?.session.selection.get() ?? new Set()

export const hasSuggestions = (editor: TaskEditor): boolean =>
  (editor.assist.suggestions.get()?.offered.regionIds.get().length ?? 0) > 0

export const selectedRelation = ({ annotation }: TaskEditor): Relation | undefined =>
  annotation?.document.relation(annotation.session.relation.get() ?? '')

export const canEdit = (editor: TaskEditor): boolean => editor.annotation?.readOnly === false

export const hasSelection = (editor: TaskEditor): boolean => selected(editor).size > 0

export const canChangeSelection = (editor: TaskEditor): boolean => canEdit(editor) && hasSelection(editor)

export const hasSeveralVersions = (editor: TaskEditor): boolean => editor.versions.get().length > 1

/** The surface on which the selected regions can be dealt with as areas in this way. */
export const areasThat = (editor: TaskEditor, can: (offers: AreaOffers) => boolean): AreaCommands | undefined =>
  [...editor.surfaces.values()].map(({ areas }) => areas).find((areas) => areas && can(areas.offers.get()))

/** The tree is arranged by hand where it is to be seen: grouped otherwise, there is none. */
export const canArrange = (editor: TaskEditor): boolean =>
  canEdit(editor) && selected(editor).size === 1 && editor.setting('group') === 'manual'
