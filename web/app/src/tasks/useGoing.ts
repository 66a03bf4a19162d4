import { useSyncExternalStore } from 'react'
import { deletionWaiting, onDeletions } from './deletions.ts'
import { isSelected } from './selection.ts'
import type { TaskListState } from './useTaskList.ts'

/** Of the listed tasks those that a deletion is about which can still be taken back. */
export function useGoing({ project, query }: TaskListState): (task: number) => boolean {
  const deletion = useSyncExternalStore(onDeletions, deletionWaiting)
  if (deletion?.project !== project) return () => false
  const { filters, selectedItems } = deletion.query
  // All that some filters left are these only as long as the same filters hold.
  const isSame = !selectedItems.all || JSON.stringify(filters) === JSON.stringify(query.filters)
  return (task) => isSame && isSelected(selectedItems, task)
}
