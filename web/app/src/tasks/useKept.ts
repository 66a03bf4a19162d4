import type { Column } from '@labelwright/api'
import { useEffect, useMemo, useState } from 'react'
import { nameOfList, readKept, writeKept } from './kept.ts'
import { type Change, changed, defaultView, type TableView } from './view.ts'

/** How all tasks are looked at: nobody's tab, but it stays in this browser tab. */
export function useKept(project: number, columns: readonly Column[]) {
  const name = nameOfList(project)
  const usual = useMemo(() => defaultView(columns), [columns])
  const [kept, setKept] = useState(() => readKept<Partial<TableView>>(name))
  const view = useMemo(() => ({ ...usual, ...kept }), [usual, kept])
  useEffect(() => writeKept(name, kept), [name, kept])
  return {
    view,
    isChanged: kept !== undefined,
    change: (change: Change) => setKept((before) => ({ ...before, ...changed({ ...usual, ...before }, change) })),
    reset: () => setKept(undefined),
  }
}
