// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which a <table> does not let one
import type { Task } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Skeleton } from '@mantine/core'
import { type CSSProperties, memo } from 'react'
import { Cell } from './cells.tsx'
import { type PlacedColumn, qualified } from './columns.ts'
import classes from './tasks.module.css'

interface TaskRowProps {
  row: number
  top: number
  task: Task | undefined
  href: string | undefined
  columns: readonly PlacedColumn[]
  isSelected: boolean
  /** Shown beside the list. */
  isOpen: boolean
  /** About to be deleted, or something of it. */
  isGoing: boolean
  /** Of its cells the one that keys are at. */
  activeColumn: number | undefined
}

/** A task. What is clicked in it is heard by the grid around all of them. */
export const TaskRow = memo(function TaskRow({
  row,
  top,
  task,
  href,
  columns,
  isSelected,
  isOpen,
  isGoing,
  activeColumn,
}: TaskRowProps) {
  const cell = (column: number) => ({
    role: 'gridcell',
    'aria-colindex': column + 1,
    'data-column': column,
    tabIndex: column === activeColumn ? 0 : -1,
  })
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its cells are focused
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      className={`${classes.row} ${classes.bodyRow}`}
      data-row={row}
      data-going={isGoing || undefined}
      data-task={task?.id}
      style={{ top }}
    >
      <div {...cell(0)} className={`${classes.cell} ${classes.select}`} data-select>
        {task && (
          <input
            type="checkbox"
            className={classes.box}
            tabIndex={-1}
            aria-label={t('tasks.select', { id: String(task.id) })}
            checked={isSelected}
            readOnly
          />
        )}
      </div>
      {columns.map(({ column, name, stuckAt }, at) => (
        <div
          {...cell(at + 1)}
          key={qualified(column)}
          className={classes.cell}
          data-stuck={stuckAt !== undefined || undefined}
          style={stuckAt === undefined ? undefined : ({ '--left': `${stuckAt}px` } as CSSProperties)}
        >
          {!task ? (
            <Skeleton height={12} width="70%" />
          ) : name === 'id' ? (
            <>
              <a
                href={href}
                tabIndex={-1}
                className={classes.open}
                aria-label={t('tasks.open', { id: String(task.id) })}
              >
                {task.id}
              </a>
              <button
                type="button"
                tabIndex={-1}
                className={classes.jsonButton}
                aria-label={t('data.json_of', { id: String(task.id) })}
                data-json
              >
                {'{ }'}
              </button>
            </>
          ) : (
            <Cell column={column} task={task} />
          )}
        </div>
      ))}
    </div>
  )
})
