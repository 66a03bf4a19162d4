// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which a <table> does not let one
import type { Column } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Skeleton, Text } from '@mantine/core'
import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { ColumnHeads } from './ColumnHeads.tsx'
import { placed, SELECT_WIDTH } from './columns.ts'
import { isSelected } from './selection.ts'
import { TaskRow } from './TaskRow.tsx'
import classes from './tasks.module.css'
import { useGoing } from './useGoing.ts'
import { useGridFocus } from './useGridFocus.ts'
import { useLastPlace } from './useLastPlace.ts'
import { useRows } from './useRows.ts'
import { useSettledRange } from './useSettledRange.ts'
import type { TaskListState } from './useTaskList.ts'
import { useTaskPages } from './useTaskPages.ts'
import type { Change, TableView } from './view.ts'

const HEAD = 40
const HEIGHTS = { low: 34, normal: 44, high: 116 }
const WITH_PICTURES = { low: 44, normal: 68, high: 132 }
const LINES = { low: 1, normal: 2, high: 5 }

interface TaskTableProps {
  columns: readonly Column[]
  view: TableView
  onChange: (change: Change) => void
  list: TaskListState
  hidden: readonly string[]
  onHide: (name: string) => void
  onJson: (task: number) => void
}

export function TaskTable({ columns, view, onChange, list, hidden, onHide, onJson }: TaskTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState<Readonly<Record<string, number>>>({})
  const shown = useMemo(
    () => placed(columns, { ...view, widths: { ...view.widths, ...draft } }, hidden),
    [columns, view, draft, hidden],
  )
  const withPictures = shown.some(({ column }) => column.type === 'Image' || column.type === 'Video')
  const height = (withPictures ? WITH_PICTURES : HEIGHTS)[view.rowHeight]
  const rows = useRows(scroller, list.total, height, HEAD)
  const [from, to] = useSettledRange(rows.first, rows.end)
  const pages = useTaskPages(list.project, list.query, from, to, { live: true, ...list.include })
  const size = { rows: list.total, columns: shown.length + 1, page: rows.fitting, hasHead: true }
  const grid = useGridFocus({ list, rows, pages, size, onJson })
  const { total, totals, isPending } = pages
  // Before it is painted: a key pressed at once must know how many rows there are.
  useLayoutEffect(() => {
    if (!isPending) list.see(total, totals)
  }, [list.see, isPending, total, totals])

  useLastPlace(list, rows)
  const isGoing = useGoing(list)

  if (pages.error) return <Failure error={pages.error} retry={pages.refetch} />
  const visible = Array.from({ length: rows.end - rows.first }, (_, i) => rows.first + i)
  // What has the focus stays, wherever the others are.
  const active = list.active.row
  if (active >= 0 && active < list.total && !visible.includes(active)) visible.push(active)

  return (
    <div ref={scroller} className={classes.scroller} data-stale={pages.isStale || undefined}>
      <div
        role="grid"
        aria-label={t('tasks.table')}
        aria-rowcount={list.total + 1}
        aria-colcount={shown.length + 1}
        aria-multiselectable
        aria-busy={pages.isPending || pages.isStale}
        className={classes.table}
        style={
          {
            '--columns': `${SELECT_WIDTH}px ${shown.map(({ track }) => track).join(' ')}`,
            '--row': `${height}px`,
            '--lines': LINES[view.rowHeight],
          } as CSSProperties
        }
        ref={grid.ref}
        onKeyDown={grid.onKeyDown}
        onClick={grid.onClick}
        onFocus={grid.onFocus}
      >
        <ColumnHeads
          columns={columns}
          shown={shown}
          view={view}
          list={list}
          onChange={onChange}
          onHide={onHide}
          onDraft={setDraft}
        />
        <div style={{ height: rows.height, position: 'relative' }} role="rowgroup">
          {visible.map((row) => {
            const task = pages.at(row)
            return (
              <TaskRow
                key={row}
                row={row}
                top={rows.offsetOf(row)}
                task={task}
                href={task && list.hrefOf(task.id)}
                columns={shown}
                isSelected={task !== undefined && isSelected(list.selection, task.id)}
                isOpen={task !== undefined && task.id === list.beside}
                isGoing={task !== undefined && isGoing(task.id)}
                activeColumn={row === active ? list.active.column : undefined}
              />
            )
          })}
        </div>
        {pages.isPending && <WaitingRows />}
      </div>
      {!pages.isPending && total === 0 && (
        <Text c="dimmed" p="xl" ta="center" role="status">
          {t('tasks.none_match')}
        </Text>
      )}
    </div>
  )
}

const WaitingRows = () => (
  <div className={classes.waiting} aria-hidden>
    {Array.from({ length: 12 }, (_, key) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
      <Skeleton key={key} height={20} mb={24} width={`${96 - ((key * 7) % 30)}%`} />
    ))}
  </div>
)
