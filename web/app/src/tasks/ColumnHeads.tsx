// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which a <table> does not let one
import type { Column } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Checkbox } from '@mantine/core'
import { type DragEvent, type HTMLAttributes, useState } from 'react'
import { ColumnHead } from './ColumnHead.tsx'
import { moved, type PlacedColumn } from './columns.ts'
import { EVERYTHING, NONE, selectedCount } from './selection.ts'
import classes from './tasks.module.css'
import type { TaskListState } from './useTaskList.ts'
import { type Change, orderOf, type TableView } from './view.ts'

interface ColumnHeadsProps {
  columns: readonly Column[]
  shown: readonly PlacedColumn[]
  view: TableView
  list: TaskListState
  onChange: (change: Change) => void
  onHide: (name: string) => void
  /** Widths while they are being dragged. */
  onDraft: (widths: Readonly<Record<string, number>>) => void
}

/** The grid's first row: by each column's head the tasks are put in order, and the column is moved, sized and pinned. */
export function ColumnHeads({ columns, shown, view, list, onChange, onHide, onDraft }: ColumnHeadsProps) {
  const [dragged, setDragged] = useState<string>()
  const names = shown.map(({ name }) => name)
  const count = selectedCount(list.selection, list.total)
  const active = list.active.row === -1 ? list.active.column : undefined
  const place = (column: number) => ({
    role: 'columnheader',
    'aria-colindex': column + 1,
    'data-column': column,
    tabIndex: column === active ? 0 : -1,
  })
  const move = (name: string, by: number) =>
    onChange(({ columnOrder }) => ({ columnOrder: moved(columns, columnOrder, names, name, by) }))
  const dragging = (name: string) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      setDragged(name)
    },
    onDragOver: (event: DragEvent) => {
      if (dragged !== undefined) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (dragged !== undefined) move(dragged, names.indexOf(name) - names.indexOf(dragged))
    },
    onDragEnd: () => setDragged(undefined),
  })

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its cells are focused
    <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.headRow}`} data-row={-1}>
      <div {...place(0)} className={`${classes.cell} ${classes.select}`}>
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={t('tasks.select_all')}
          checked={count > 0 && count === list.total}
          indeterminate={count > 0 && count < list.total}
          onChange={() => list.setSelection(count > 0 ? NONE : EVERYTHING)}
        />
      </div>
      {shown.map((one, at) => {
        const sort = orderOf(view.order, one.name)
        return (
          <ColumnHead
            key={one.name}
            one={one}
            view={view}
            isFirst={at === 0}
            isLast={at === shown.length - 1}
            cell={
              {
                ...place(at + 1),
                ...dragging(one.name),
                className: `${classes.cell} ${classes.headCell}`,
                'aria-sort': sort?.place === 1 ? (sort.down ? 'descending' : 'ascending') : undefined,
                'data-stuck': one.stuckAt !== undefined || undefined,
                'data-dragged': dragged === one.name || undefined,
                style: one.stuckAt === undefined ? undefined : { '--left': `${one.stuckAt}px` },
              } as HTMLAttributes<HTMLDivElement>
            }
            onChange={onChange}
            onMove={(by) => {
              move(one.name, by)
              list.setActive({ row: -1, column: at + 1 + by })
            }}
            onHide={() => onHide(one.name)}
            onDraft={onDraft}
          />
        )
      })}
    </div>
  )
}
