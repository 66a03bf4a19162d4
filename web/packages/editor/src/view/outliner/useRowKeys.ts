/** Picking rows, by mouse and by keys: one, several, a range; folding what they hold. */

import { useEffect, useRef, useState } from 'react'
import type { OutlineRow } from '../../model'
import { useAnnotation, useEditor, useValue } from '../context'
import type { Modifiers } from './Rows'

interface RowKeys {
  /** Key of the row that the keys are at. */
  readonly cursor: string | undefined
  readonly pick: (key: string, modifiers: Modifiers) => void
  readonly onKeyDown: (event: React.KeyboardEvent) => void
}

export function useRowKeys(rows: readonly OutlineRow[]): RowKeys {
  const editor = useEditor()
  const { session } = useAnnotation()
  const selection = useValue(session.selection)
  const [cursor, setCursor] = useState<string>()
  const anchor = useRef<string>(undefined)
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  })

  // Selected somewhere else: the keys go on from there.
  const last = [...selection].at(-1)
  useEffect(() => {
    if (last === undefined) return
    setCursor((now) => {
      const at = latest.current.find(({ key }) => key === now)
      if (at?.row === 'region' && at.id === last) return now
      return latest.current.find((row) => row.row === 'region' && row.id === last)?.key ?? now
    })
  }, [last])

  const idsBetween = (from: string, to: string): string[] => {
    const index = (key: string): number => latest.current.findIndex((row) => row.key === key)
    const [a = 0, b = 0] = [index(from), index(to)].sort((x, y) => x - y)
    return latest.current.slice(Math.max(0, a), b + 1).flatMap((row) => (row.row === 'region' ? [row.id] : []))
  }

  const pick = useLatest((key: string, { shiftKey, ctrlKey, metaKey }: Modifiers): void => {
    const row = latest.current.find((it) => it.key === key)
    setCursor(key)
    if (row?.row !== 'region') return
    if (shiftKey && anchor.current !== undefined) {
      session.selection.set(idsBetween(anchor.current, key))
      return
    }
    anchor.current = key
    if (ctrlKey || metaKey) session.selection.toggle(row.id)
    else if (session.selection.size === 1 && session.selection.has(row.id)) session.selection.clear()
    else editor.actions.select(row.id)
  })

  const goTo = (row: OutlineRow | undefined, extend: boolean): void => {
    if (!row) return
    setCursor(row.key)
    if (row.row === 'group') return
    if (extend) {
      anchor.current ??= cursor ?? row.key
      session.selection.set(idsBetween(anchor.current, row.key))
    } else {
      anchor.current = row.key
      editor.actions.goTo(row.id)
    }
  }

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const at = rows.findIndex(({ key }) => key === cursor)
    const row = rows[at]
    const used = (): boolean => {
      switch (event.key) {
        case 'ArrowDown':
          goTo(rows[Math.min(rows.length - 1, at + 1)], event.shiftKey)
          return true
        case 'ArrowUp':
          goTo(rows[Math.max(0, at - 1)], event.shiftKey)
          return true
        case 'Home':
          goTo(rows[0], event.shiftKey)
          return true
        case 'End':
          goTo(rows.at(-1), event.shiftKey)
          return true
        case 'ArrowLeft':
        case 'ArrowRight':
          return row !== undefined && !event.shiftKey && fold(row, at, event.key === 'ArrowLeft')
        case 'Enter':
        case ' ':
          return row?.row === 'group' && fold(row, at, !row.folded)
        default:
          return false
      }
    }
    if (!used()) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Folds, or, where there is nothing more to fold, goes to what it hangs on. Says whether it did anything. */
  const fold = (row: OutlineRow, at: number, folding: boolean): boolean => {
    const key = row.row === 'group' ? row.key : row.id
    if (row.folded !== undefined && row.folded !== folding) {
      if (folding) session.folded.add(key)
      else session.folded.remove(key)
      return true
    }
    if (!folding || row.row === 'group' || row.depth === 0) return false
    const above = rows.slice(0, at).findLast((it) => it.row === 'group' || it.depth < row.depth)
    goTo(above, false)
    return above !== undefined
  }

  return { cursor, pick, onKeyDown }
}

/** The same function for as long as the view is there, which does what the newest one does. */
function useLatest<A extends readonly unknown[]>(run: (...args: A) => void): (...args: A) => void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const [stable] = useState(
    () =>
      (...args: A) =>
        latest.current(...args),
  )
  return stable
}
