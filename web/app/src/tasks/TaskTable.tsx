// biome-ignore-all lint/a11y/useSemanticElements: the virtualizer places the rows, which a <table> does not let it
import type { Column, SelectedItems, Task, TaskQuery } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Checkbox, Skeleton, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { Cell, columnTitle, columnWidth } from './cells.tsx'
import { isSelected, selectedCount, toggled } from './selection.ts'
import classes from './tasks.module.css'
import { useTaskPages } from './useTaskPages.ts'
import { nextOrder, qualified, type TableView, toQuery } from './view.ts'

const ROW = 44
const PICTURE_ROW = 68

interface TaskTableProps {
  project: number
  columns: readonly Column[]
  view: TableView
  onChange: (change: Partial<TableView>) => void
  selection: SelectedItems
  onSelect: (selection: SelectedItems) => void
  onCount: (count: number) => void
  hidden: boolean
}

export function TaskTable({ project, columns, view, onChange, selection, onSelect, onCount, hidden }: TaskTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const shown = columns.filter((column) => !view.hidden.includes(qualified(column)))
  const height = shown.some((column) => column.type === 'Image') ? PICTURE_ROW : ROW
  const query = useMemo(() => toQuery(view), [view])
  const range = useRef<[number, number]>([0, 30])
  const pages = useTaskPages(project, query, ...range.current)
  const rows = useVirtualizer({
    count: pages.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  })
  const visible = rows.getVirtualItems()
  range.current = [visible[0]?.index ?? 0, (visible.at(-1)?.index ?? 30) + 1]

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured again
  useEffect(() => rows.measure(), [height])
  useEffect(() => {
    if (!pages.isPending) onCount(pages.total)
  }, [pages.isPending, pages.total, onCount])

  if (hidden) return null
  if (pages.error && pages.total === 0) return <Failure error={pages.error} retry={pages.refetch} />
  const columnsStyle = `44px ${shown.map(columnWidth).join(' ')}`
  const count = selectedCount(selection, pages.total)

  return (
    <div ref={scroller} className={classes.scroller}>
      <div
        role="table"
        aria-label={t('tasks.table')}
        aria-rowcount={pages.total + 1}
        aria-busy={pages.isPending}
        className={classes.table}
        style={{ '--columns': columnsStyle } as React.CSSProperties}
      >
        {/* biome-ignore lint/a11y/useFocusableInteractive: rows are not focused */}
        <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.headRow}`}>
          <HeadCell>
            <Checkbox
              size="xs"
              aria-label={t('tasks.select_all')}
              checked={count > 0 && count === pages.total}
              indeterminate={count > 0 && count < pages.total}
              onChange={() => onSelect(count > 0 ? { all: false, included: [] } : { all: true, excluded: [] })}
            />
          </HeadCell>
          {shown.map((column) => (
            <ColumnHead key={qualified(column)} column={column} view={view} onChange={onChange} />
          ))}
        </div>
        <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="rowgroup">
          {visible.map((item) => (
            <TaskRow
              key={item.key}
              index={item.index}
              top={item.start}
              height={height}
              task={pages.at(item.index)}
              columns={shown}
              project={project}
              query={query}
              selection={selection}
              onSelect={onSelect}
            />
          ))}
        </div>
        {pages.isPending && <WaitingRows />}
      </div>
      {!pages.isPending && pages.total === 0 && (
        <Text c="dimmed" p="xl" ta="center" role="status">
          {t('tasks.none_match')}
        </Text>
      )}
    </div>
  )
}

const WaitingRows = () => (
  <div style={{ padding: 12 }}>
    {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
      <Skeleton key={key} height={28} mb={12} />
    ))}
  </div>
)

function HeadCell({ children, sort }: { children: React.ReactNode; sort?: 'ascending' | 'descending' }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: what is inside is focused
    <div role="columnheader" className={classes.cell} aria-sort={sort}>
      {children}
    </div>
  )
}

interface ColumnHeadProps {
  column: Column
  view: TableView
  onChange: (change: Partial<TableView>) => void
}

function ColumnHead({ column, view, onChange }: ColumnHeadProps) {
  const name = qualified(column)
  const sort = view.order === name ? 'ascending' : view.order === `-${name}` ? 'descending' : undefined
  const Arrow = sort === 'ascending' ? IconArrowUp : IconArrowDown
  return (
    <HeadCell {...(sort && { sort })}>
      <button
        type="button"
        className={classes.sort}
        title={t('tasks.sort_by', { column: columnTitle(column) })}
        onClick={() => onChange({ order: nextOrder(view.order, name) })}
      >
        <span>{columnTitle(column)}</span>
        {sort && <Arrow size={14} aria-hidden />}
      </button>
    </HeadCell>
  )
}

interface TaskRowProps {
  index: number
  top: number
  height: number
  task: Task | undefined
  columns: readonly Column[]
  project: number
  query: TaskQuery
  selection: SelectedItems
  onSelect: (selection: SelectedItems) => void
}

function TaskRow({ index, top, height, task, columns, project, query, selection, onSelect }: TaskRowProps) {
  const navigate = useNavigate()
  const place = { to: '/projects/$project/data', params: { project } } as const
  const open = (event: React.MouseEvent) => {
    // What can be used by itself (boxes, links) is not the row.
    if (!task || (event.target as Element).closest('a, button, input, label')) return
    void navigate({
      ...place,
      search: (before) => ({ ...before, task: task.id }),
      state: { place: { row: index, query: JSON.stringify(query) } },
    })
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the link in the row is focused
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link in the row is for keys
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${classes.row} ${classes.bodyRow}`}
      data-selected={(task && isSelected(selection, task.id)) || undefined}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={open}
    >
      <div role="cell" className={classes.cell}>
        {task && (
          <Checkbox
            size="xs"
            aria-label={t('tasks.select', { id: String(task.id) })}
            checked={isSelected(selection, task.id)}
            onChange={() => onSelect(toggled(selection, task.id))}
          />
        )}
      </div>
      {columns.map((column) => (
        <div role="cell" key={qualified(column)} className={classes.cell}>
          {!task ? (
            <Skeleton height={14} width="70%" />
          ) : column.id === 'id' && !column.parent ? (
            <Link
              {...place}
              search={(before) => ({ ...before, task: task.id })}
              state={{ place: { row: index, query: JSON.stringify(query) } }}
              className={classes.open}
              aria-label={t('tasks.open', { id: String(task.id) })}
            >
              {task.id}
            </Link>
          ) : (
            <Cell column={column} task={task} />
          )}
        </div>
      ))}
    </div>
  )
}
