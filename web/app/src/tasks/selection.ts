import type { SelectedItems } from '@labelwright/api'

export const NONE: SelectedItems = { all: false, included: [] }
export const EVERYTHING: SelectedItems = { all: true, excluded: [] }

export function isSelected(selection: SelectedItems, id: number): boolean {
  return selection.all ? !selection.excluded.includes(id) : selection.included.includes(id)
}

/** With these tasks in the selection, or without them. */
export function withTasks(selection: SelectedItems, ids: readonly number[], chosen: boolean): SelectedItems {
  const listed = new Set(selection.all ? selection.excluded : selection.included)
  for (const id of ids) {
    if (chosen === selection.all) listed.delete(id)
    else listed.add(id)
  }
  return selection.all ? { all: true, excluded: [...listed] } : { all: false, included: [...listed] }
}

export const toggled = (selection: SelectedItems, id: number): SelectedItems =>
  withTasks(selection, [id], !isSelected(selection, id))

export function selectedCount(selection: SelectedItems, total: number): number {
  return selection.all ? Math.max(0, total - selection.excluded.length) : selection.included.length
}
