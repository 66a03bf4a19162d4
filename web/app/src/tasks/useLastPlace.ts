import { useEffect, useRef } from 'react'
import type { Place } from './gridKeys.ts'
import type { Rows } from './useRows.ts'
import type { TaskListState } from './useTaskList.ts'

/** Where people were in a list before they opened a task: they come back to it. */
export const lastPlaces = new Map<string, { active: Place; top: number }>()

export function useLastPlace(list: TaskListState, rows: Rows): void {
  const isBack = useRef(false)
  const { key, total, active } = list
  const { top, scrollTo } = rows
  useEffect(() => {
    if (isBack.current || total === 0) return
    isBack.current = true
    const last = lastPlaces.get(key)
    if (last) scrollTo(last.top)
  }, [key, total, scrollTo])
  useEffect(() => {
    if (isBack.current) lastPlaces.set(key, { active, top })
  }, [key, active, top])
}
