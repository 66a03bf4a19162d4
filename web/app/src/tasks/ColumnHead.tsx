import { t } from '@labelwright/i18n'
import { Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsHorizontal,
  IconArrowUp,
  IconChevronDown,
  IconEyeOff,
  IconPin,
  IconPinnedOff,
} from '@tabler/icons-react'
import { type HTMLAttributes, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { columnTitle } from './cells.tsx'
import { type PlacedColumn, widthWithin } from './columns.ts'
import classes from './tasks.module.css'
import { type Change, nextOrder, orderOf, type TableView } from './view.ts'

const STEP = 20

interface ColumnHeadProps {
  one: PlacedColumn
  view: TableView
  isFirst: boolean
  isLast: boolean
  cell: HTMLAttributes<HTMLDivElement>
  onChange: (change: Change) => void
  onMove: (by: number) => void
  onHide: () => void
  onDraft: (widths: Readonly<Record<string, number>>) => void
}

export function ColumnHead({ one, view, isFirst, isLast, cell, onChange, onMove, onHide, onDraft }: ColumnHeadProps) {
  const { name, column } = one
  const [isOpen, setOpen] = useState(false)
  const head = useRef<HTMLDivElement>(null)
  const title = columnTitle(column)
  const sort = orderOf(view.order, name)
  const Arrow = sort?.down ? IconArrowDown : IconArrowUp
  const isPinned = view.pinned.includes(name)

  const measured = () => head.current?.getBoundingClientRect().width ?? 0
  const setWidth = (width: number) => onChange(({ widths }) => ({ widths: { ...widths, [name]: widthWithin(width) } }))
  const usualWidth = () => onChange(({ widths: { [name]: _, ...widths } }) => ({ widths }))
  const sortNext = (also: boolean) => onChange(({ order }) => ({ order: nextOrder(order, name, also) }))
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault()
    event.stopPropagation()
    const grip = event.currentTarget
    const [start, width] = [event.clientX, measured()]
    let now = width
    grip.setPointerCapture(event.pointerId)
    const onMove = (move: globalThis.PointerEvent) => {
      now = widthWithin(width + move.clientX - start)
      onDraft({ [name]: now })
    }
    const onEnd = () => {
      grip.removeEventListener('pointermove', onMove)
      onDraft({})
      if (now !== width) setWidth(now)
    }
    grip.addEventListener('pointermove', onMove)
    grip.addEventListener('lostpointercapture', onEnd, { once: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (event.altKey && by !== undefined) {
      if (event.shiftKey) setWidth(measured() + by * STEP)
      else if (!(by < 0 ? isFirst : isLast)) onMove(by)
    } else if (event.altKey && event.key === 'ArrowDown') setOpen(true)
    else if (event.key === 'Enter') sortNext(event.shiftKey)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is with the rest of the cell
    <div {...cell} ref={head} onKeyDown={onKeyDown}>
      <button
        type="button"
        tabIndex={-1}
        className={classes.sort}
        title={t('tasks.sort_by', { column: title })}
        onClick={(event) => sortNext(event.shiftKey)}
      >
        <span>{title}</span>
        {sort && <Arrow size={14} aria-hidden />}
        {sort && view.order.length > 1 && <small>{sort.place}</small>}
      </button>
      <Menu opened={isOpen} onChange={setOpen} position="bottom-start" width={230} returnFocus>
        <Menu.Target>
          <button
            type="button"
            tabIndex={-1}
            className={classes.headMenu}
            aria-label={t('data.column_menu', { column: title })}
            data-open={isOpen || undefined}
          >
            <IconChevronDown size={14} />
          </button>
        </Menu.Target>
        {isOpen && (
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconArrowUp size={16} />} onClick={() => onChange({ order: [name] })}>
              {t('data.ascending')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowDown size={16} />} onClick={() => onChange({ order: [`-${name}`] })}>
              {t('data.descending')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<IconArrowLeft size={16} />} disabled={isFirst} onClick={() => onMove(-1)}>
              {t('data.move_left')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowRight size={16} />} disabled={isLast} onClick={() => onMove(1)}>
              {t('data.move_right')}
            </Menu.Item>
            <Menu.Item
              leftSection={isPinned ? <IconPinnedOff size={16} /> : <IconPin size={16} />}
              onClick={() =>
                onChange(({ pinned }) => ({
                  pinned: isPinned ? pinned.filter((it) => it !== name) : [...pinned, name],
                }))
              }
            >
              {isPinned ? t('data.unpin') : t('data.pin')}
            </Menu.Item>
            <Menu.Item
              disabled={view.widths[name] === undefined}
              onClick={usualWidth}
              leftSection={<IconArrowsHorizontal size={16} />}
            >
              {t('data.usual_width')}
            </Menu.Item>
            <Menu.Item leftSection={<IconEyeOff size={16} />} onClick={onHide}>
              {t('data.hide_column')}
            </Menu.Item>
          </Menu.Dropdown>
        )}
      </Menu>
      <span className={classes.grip} aria-hidden onPointerDown={onPointerDown} onDoubleClick={usualWidth} />
    </div>
  )
}
