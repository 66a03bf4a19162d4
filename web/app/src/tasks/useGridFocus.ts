import { type FocusEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import { toastError } from '../kit/toast.tsx'
import { type GridSize, type Place, stepped } from './gridKeys.ts'
import { EVERYTHING, isSelected, NONE } from './selection.ts'
import { useDataKeys } from './useDataKeys.ts'
import { useHeldKeys } from './useHeldKeys.ts'
import type { Rows } from './useRows.ts'
import type { TaskListState } from './useTaskList.ts'
import type { TaskPages } from './useTaskPages.ts'

interface GridFocus {
  list: TaskListState
  rows: Rows
  pages: TaskPages
  size: GridSize
  /** Where a row holds several tasks: how many. */
  tilesInRow?: number
  onJson: (task: number) => void
}

/** What can be used by itself inside a cell. */
const PARTS = 'a, button, input, audio, video'

/** Keys and clicks of the grid of tasks: one cell has the focus, and it moves. The list's own place is counted in tasks. */
export function useGridFocus({ list, rows, pages, size, tilesInRow: tiles = 1, onJson }: GridFocus) {
  const root = useRef<HTMLDivElement>(null)
  const isWanted = useRef(false)
  const { row, column } = list.active
  const active: Place = tiles === 1 ? list.active : { row: Math.floor(Math.max(0, row) / tiles), column: row % tiles }
  const taskAt = (place: Place): number =>
    tiles === 1 ? place.row : Math.min(list.total - 1, place.row * tiles + place.column)
  const settle = (place: Place): void =>
    list.setActive(tiles === 1 ? place : { row: taskAt(place), column: list.active.column })

  const go = (place: Place): void => {
    isWanted.current = true
    if (place.row >= 0) rows.reveal(place.row)
    settle(place)
  }
  const goToTask = (task: number): void =>
    go(
      tiles === 1
        ? { row: task, column: Math.max(0, column) }
        : { row: Math.floor(task / tiles), column: task % tiles },
    )
  // After each drawing: the cell may have come into being by it.
  useEffect(() => {
    if (!isWanted.current) return
    const cell = cellAt(root.current, active)
    if (!cell) return
    isWanted.current = false
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const isChosen = (index: number): boolean => {
    const task = pages.at(index)
    return task !== undefined && isSelected(list.selection, task.id)
  }
  /** At once where the row is loaded, else as soon as it is: keys can be faster than the server. */
  const withTask = (index: number, run: (task: number) => void): void => {
    const task = pages.at(index)
    if (task) run(task.id)
    else
      pages.ids(index, index + 1).then(([id]) => {
        if (id !== undefined) run(id)
      }, toastError)
  }
  const select = (index: number, extend: boolean): void => {
    if (extend && list.anchor !== undefined) void list.selectRows(list.anchor, index, pages)
    else withTask(index, (task) => list.toggle(task, index))
  }

  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const index = taskAt(active)
    const next = stepped(event, active, size)
    if (next) {
      const isAlong = event.key !== 'ArrowLeft' && event.key !== 'ArrowRight'
      // From a selected task on, Shift takes the selection along; otherwise it belongs to the keys of the whole page.
      const takes = event.shiftKey && isAlong && active.row >= 0 && next.row >= 0 && isChosen(index)
      if (event.shiftKey && !takes) return
      if (takes && taskAt(next) !== index) select(taskAt(next), true)
      go(next)
    } else if (event.key === ' ' && active.row >= 0) select(index, event.shiftKey)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) list.setSelection(EVERYTHING)
    else if (event.key === 'Escape' && list.selection !== NONE) list.setSelection(NONE)
    else if (event.key === 'Enter' && active.row >= 0) activate(index)
    else return
    event.preventDefault()
  }

  // Where the last row is is known only once the list is counted.
  const leadsToTheEnd = (event: KeyboardEvent<HTMLElement>): boolean =>
    stepped(event, active, size)?.row === size.rows - 1
  const isCounting = pages.isCounting || list.totals !== pages.totals
  const hold = useHeldKeys(isCounting, leadsToTheEnd, (event) => {
    const at = document.activeElement
    // Who has gone elsewhere in the meantime is not taken back.
    if (at === document.body || root.current?.contains(at)) onKey(event)
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || event.altKey || !(event.target as Element).closest('[data-column]')) return
    if (!hold(event)) onKey(event)
  }

  /** A sound is what Enter plays; elsewhere it opens the task. */
  const activate = (index: number): void => {
    const plays = tiles === 1 ? cellAt(root.current, active)?.querySelector<HTMLElement>('[data-plays]') : null
    if (plays) plays.click()
    else withTask(index, (task) => list.open(task, index))
  }

  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const target = event.target as Element
    const place = placeOf(target)
    const task = place && place.row >= 0 ? pages.at(taskAt(place)) : undefined
    if (!place || !task) return
    settle(place)
    const part = target.closest(PARTS)
    const isFar = event.ctrlKey || event.metaKey
    const isBox = part instanceof HTMLInputElement || target.closest('[data-select]') !== null
    if (part?.hasAttribute('data-json')) onJson(task.id)
    else if (isBox || (!part && (isFar || event.shiftKey))) select(taskAt(place), event.shiftKey)
    else if (opens(part, event)) {
      event.preventDefault()
      list.open(task.id, taskAt(place))
    }
  }

  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const place = placeOf(event.target)
    if (place && (place.row !== active.row || place.column !== active.column)) settle(place)
  }

  /** To a task before or after the one that keys are at. */
  const goBy = (step: number): void => {
    const from = taskAt(active)
    const to = Math.max(0, Math.min(list.total - 1, from + step))
    if (isChosen(from) && to !== from && root.current?.contains(document.activeElement)) select(to, true)
    goToTask(to)
    if (list.isBeside) withTask(to, (task) => list.open(task, to))
  }
  useDataKeys({
    'dm:focus-previous': () => goBy(-1),
    'dm:focus-next': () => goBy(1),
    'dm:open-labeling': () => {
      const index = Math.max(0, taskAt(active))
      withTask(index, (task) => list.openBeside(task, index))
      goToTask(index)
    },
    'dm:close-labeling': () => {
      list.closeBeside()
      goToTask(Math.max(0, taskAt(active)))
    },
  })

  return { active, ref: root, onKeyDown, onClick, onFocus }
}

/** With a key held down the browser opens a link in its own way; and who marks words does not open the task. */
function opens(part: Element | null, { ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  if (ctrlKey || metaKey || shiftKey) return false
  return part ? part instanceof HTMLAnchorElement : getSelection()?.type !== 'Range'
}

const cellAt = (root: HTMLElement | null, { row, column }: Place): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`) ?? null

function placeOf(target: Element): Place | undefined {
  const cell = target.closest<HTMLElement>('[data-column]')
  const row = cell?.closest<HTMLElement>('[data-row]')
  return cell && row ? { row: Number(row.dataset.row), column: Number(cell.dataset.column) } : undefined
}
