/** Picking a label or a side, however it is done: by click, by key, from the palette. */

import { type Config, type Control, regionKind, titleOfLabel } from '../model'
import type { Annotation } from './annotation'
import type { TaskEditor } from './task-editor'

export function pickLabel(editor: TaskEditor, control: Control, label: string): void {
  const { annotation } = editor
  if (!annotation) return
  const hadSelection = annotation.session.selection.size > 0
  const refused = annotation.pickLabel(control, label)
  if (refused) {
    editor.refuse(refused)
    return
  }
  if (hadSelection) {
    editor.news.set({ kind: 'labelled', labels: titleOfLabel(control, label) })
    return
  }
  if (!annotation.session.activeLabels.get().get(control.name)?.includes(label)) return
  for (const target of control.targets) {
    const surface = editor.surfaces.get(target)
    const kind = regionKind(annotation.config, control, target)
    if (kind !== undefined) surface?.takeToolFor?.(kind)
    surface?.labelSelection?.()
  }
}

export type Side = 'left' | 'right'

/** The Pairwise that keys mean. */
export const pairwiseOf = (config: Config): Control | undefined =>
  [...config.controls.values()].find((control) => control.tag === 'Pairwise')

/** Picking the chosen side again takes the answer back. */
export function pickSide(annotation: Annotation, control: Control, side: Side): void {
  annotation.setAnswer(control, annotation.answer(control)?.value === side ? undefined : side)
}
