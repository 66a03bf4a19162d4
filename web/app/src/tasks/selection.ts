import type { SelectedItems } from '@labelwright/api'

export function isSelected(selection: SelectedItems, id: number): boolean {
  return selection.all ? !selection.excluded.includes(id) : selection.included.includes(id)
}

export function toggled(selection: SelectedItems, id: number): SelectedItems {
  const flip = (ids: number[]) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id])
  return selection.all
    ? { all: true, excluded: flip(selection.excluded) }
    : { all: false, included: flip(selection.included) }
}

export function selectedCount(selection: SelectedItems, total: number): number {
  return selection.all ? Math.max(0, total - selection.excluded.length) : selection.included.length
}
