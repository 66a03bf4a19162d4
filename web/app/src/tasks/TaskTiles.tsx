// biome-ignore-all lint/a11y/useSemanticElements: tiles are placed by hand, which a <table> does not let one
import type { Column, Task } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Skeleton, Text } from '@mantine/core'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { Cell, columnTitle } from './cells.tsx'
import { type PlacedColumn, placed } from './columns.ts'
import { isSelected } from './selection.ts'
import classes from './tasks.module.css'
import { useGoing } from './useGoing.ts'
import { useGridFocus } from './useGridFocus.ts'
import { useLastPlace } from './useLastPlace.ts'
import { useRows } from './useRows.ts'
import { useSettledRange } from './useSettledRange.ts'
import type { TaskListState } from './useTaskList.ts'
import { useTaskPages } from './useTaskPages.ts'
import type { TableView } from './view.ts'

const [NARROWEST, GAP, TEXT_LINE] = [150, 12, 26]
const PICTURES = ['Image', 'Video']
/** Lines of a tile below its picture. */
const MOST_LINES = 6

interface TaskTilesProps {
  columns: readonly Column[]
  view: TableView
  list: TaskListState
  hidden: readonly string[]
  onJson: (task: number) => void
}

/** The tasks as tiles: pictures large, the rest below. */
export function TaskTiles({ columns, view, list, hidden, onJson }: TaskTilesProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const tiles = Math.max(1, Math.min(view.tiles, Math.floor(width / (NARROWEST + GAP))))
  const shown = useMemo(() => placed(columns, view, hidden), [columns, view, hidden])
  const picture = shown.find(({ column }) => PICTURES.includes(column.type))
  const rest = shown.filter((one) => one !== picture && one.name !== 'id')
  const edge = (width - GAP) / tiles - GAP
  const height = Math.round((picture ? edge * 0.7 : 0) + 34 + Math.min(MOST_LINES, rest.length) * TEXT_LINE + 12 + GAP)
  const count = Math.ceil(list.total / tiles)
  const rows = useRows(scroller, count, height, 0)
  const [from, to] = useSettledRange(rows.first * tiles, rows.end * tiles)
  const pages = useTaskPages(list.project, list.query, from, to, { live: true, ...list.include })
  const size = { rows: count, columns: tiles, page: rows.fitting, hasHead: false }
  const grid = useGridFocus({ list, rows, pages, size, onJson, tilesInRow: tiles })
  const { total, totals, isPending } = pages
  // Before it is painted: a key pressed at once must know how many rows there are.
  useLayoutEffect(() => {
    if (!isPending) list.see(total, totals)
  }, [list.see, isPending, total, totals])

  useLastPlace(list, rows)
  const isGoing = useGoing(list)

  if (pages.error) return <Failure error={pages.error} retry={pages.refetch} />
  const active = grid.active
  const visible = Array.from({ length: rows.end - rows.first }, (_, i) => rows.first + i)
  if (active.row < count && !visible.includes(active.row)) visible.push(active.row)
  return (
    <div ref={scroller} className={classes.scroller} data-stale={pages.isStale || undefined}>
      <div
        role="grid"
        aria-label={t('tasks.table')}
        aria-rowcount={count}
        aria-colcount={tiles}
        aria-multiselectable
        aria-busy={pages.isPending || pages.isStale}
        ref={grid.ref}
        onKeyDown={grid.onKeyDown}
        onClick={grid.onClick}
        onFocus={grid.onFocus}
        style={{ height: rows.height + GAP, position: 'relative' }}
      >
        {visible.map((row) => (
          // biome-ignore lint/a11y/useFocusableInteractive: its cells are focused
          <div
            key={row}
            role="row"
            aria-rowindex={row + 1}
            data-row={row}
            className={classes.tileRow}
            style={{
              top: rows.offsetOf(row) + GAP,
              height: height - GAP,
              gridTemplateColumns: `repeat(${tiles}, 1fr)`,
            }}
          >
            {Array.from({ length: Math.min(tiles, list.total - row * tiles) }, (_, column) => {
              const task = pages.at(row * tiles + column)
              return (
                <Tile
                  key={task?.id ?? `waiting-${column}`}
                  column={column}
                  task={task}
                  href={task && list.hrefOf(task.id)}
                  picture={picture}
                  rest={rest}
                  isSelected={task !== undefined && isSelected(list.selection, task.id)}
                  isOpen={task !== undefined && task.id === list.beside}
                  isGoing={task !== undefined && isGoing(task.id)}
                  isActive={active.row === row && active.column === column}
                />
              )
            })}
          </div>
        ))}
      </div>
      {!pages.isPending && total === 0 && (
        <Text c="dimmed" p="xl" ta="center" role="status">
          {t('tasks.none_match')}
        </Text>
      )}
    </div>
  )
}

interface TileProps {
  column: number
  task: Task | undefined
  href: string | undefined
  picture: PlacedColumn | undefined
  rest: readonly PlacedColumn[]
  isSelected: boolean
  isOpen: boolean
  isGoing: boolean
  isActive: boolean
}

function Tile({ column, task, href, picture, rest, isSelected, isOpen, isGoing, isActive }: TileProps) {
  return (
    <div
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      tabIndex={isActive ? 0 : -1}
      data-column={column}
      data-task={task?.id}
      data-going={isGoing || undefined}
      className={classes.tile}
    >
      {!task ? (
        <Skeleton height="100%" />
      ) : (
        <>
          <div className={classes.tileHead}>
            <input
              type="checkbox"
              className={classes.box}
              tabIndex={-1}
              aria-label={t('tasks.select', { id: String(task.id) })}
              checked={isSelected}
              readOnly
            />
            <a href={href} tabIndex={-1} className={classes.open} aria-label={t('tasks.open', { id: String(task.id) })}>
              {task.id}
            </a>
          </div>
          {picture && (
            <div className={classes.tilePicture}>
              <Cell column={picture.column} task={task} />
            </div>
          )}
          <dl className={classes.tileText}>
            {rest.slice(0, MOST_LINES).map(({ name, column: shown }) => (
              <div key={name}>
                <dt>{columnTitle(shown)}</dt>
                <dd>
                  <Cell column={shown} task={task} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  )
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(1000)
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return undefined
    const observer = new ResizeObserver(() => setWidth(target.clientWidth))
    setWidth(target.clientWidth)
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return width
}
