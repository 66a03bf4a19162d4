/** The tree in the drop-down: searched and walked from one field. Only the rows on screen exist. */

import { t } from '@labelwright/i18n'
import { Button, TextInput } from '@mantine/core'
import { IconCheck, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { keyOfPath } from '../../model'
import { AddItem } from './AddItem'
import { type Item, isLeaf, type Row, rowsOf } from './items'
import classes from './taxonomy.module.css'
import type { Items } from './useItems'

const ROW = 30
const OVERSCAN = 6

interface TreeProps {
  readonly name: string
  readonly source: Items
  readonly picked: ReadonlySet<string>
  readonly canPick: (item: Item) => boolean
  readonly onPick: (item: Item) => void
  readonly onClose: () => void
}

export function Tree({ name, source, picked, canPick, onPick, onClose }: TreeProps) {
  const { items, state, load } = source
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  /** Undefined: none was gone to since the search changed. */
  const [active, setActive] = useState<number>()
  const id = useId()
  const rows = useMemo(() => rowsOf(items, open, search), [items, open, search])
  useEffect(() => load(), [load])

  const at = Math.min(active ?? bestOf(rows, canPick), rows.length - 1)
  const row = rows[at]
  const turn = (item: Item, to: boolean): void => {
    if (to) load(item)
    const next = new Set(open)
    if (to) next.add(item.key)
    else next.delete(item.key)
    setOpen(next)
  }
  const act = ({ item, open: isOpen }: Row): void => {
    if (canPick(item)) onPick(item)
    else if (!isLeaf(item)) turn(item, !isOpen)
  }
  const field = useRef<HTMLInputElement>(null)
  /** What was added is what was missing: it is picked, and in sight. */
  const add = (title: string, parent: Item | undefined): void => {
    const item = source.add?.(title, parent)
    if (!item) return
    if (!picked.has(item.key) && canPick(item)) onPick(item)
    setSearch('')
    if (parent) setOpen(new Set([...open, parent.key]))
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const handled = keys(event, { row, at, rows, search, turn, act, go: setActive, onClose })
    if (!handled) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes.tree}>
      <TextInput
        ref={field}
        data-autofocus
        size="xs"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-tree`}
        aria-activedescendant={row ? `${id}-${at}` : undefined}
        aria-label={t('editor.searchIn', { name })}
        placeholder={t('editor.search')}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
          setActive(undefined)
        }}
        onKeyDown={onKeyDown}
      />
      <Rows
        id={id}
        name={name}
        rows={rows}
        active={at}
        picked={picked}
        canPick={canPick}
        onAct={(row) => {
          setActive(rows.indexOf(row))
          act(row)
        }}
        onTurn={(row) => {
          setActive(rows.indexOf(row))
          turn(row.item, !row.open)
        }}
      />
      {state === 'loading' && <p className={classes.state}>{t('editor.loading')}</p>}
      {state === 'failed' && (
        <div className={classes.state} role="alert">
          {t('forms.itemsFailed')}{' '}
          <Button size="compact-xs" variant="default" onClick={source.retry}>
            {t('editor.retry')}
          </Button>
        </div>
      )}
      {source.add && (
        <AddItem
          active={active === undefined ? undefined : row?.item}
          search={search}
          onAdd={add}
          onDone={() => field.current?.focus()}
        />
      )}
      {state === 'ready' && rows.length === 0 && <p className={classes.state}>{t('editor.nothingFound')}</p>}
    </div>
  )
}

/** What Enter takes right after a search: the first item that fits it and can be picked. */
function bestOf(rows: readonly Row[], canPick: (item: Item) => boolean): number {
  const found = rows.findIndex((row) => row.found && canPick(row.item))
  return Math.max(0, found >= 0 ? found : rows.findIndex((row) => row.found))
}

interface Walk {
  readonly row: Row | undefined
  readonly at: number
  readonly rows: readonly Row[]
  readonly search: string
  readonly turn: (item: Item, to: boolean) => void
  readonly act: (row: Row) => void
  readonly go: (to: number) => void
  readonly onClose: () => void
}

/** Arrows left and right belong to the field while something is typed in it. */
function keys(event: React.KeyboardEvent, { row, at, rows, search, turn, act, go, onClose }: Walk): boolean {
  const last = rows.length - 1
  switch (event.key) {
    case 'Escape':
      onClose()
      return true
    case 'ArrowDown':
      go(Math.min(last, at + 1))
      return true
    case 'ArrowUp':
      go(Math.max(0, at - 1))
      return true
    case 'PageDown':
      go(Math.min(last, at + 9))
      return true
    case 'PageUp':
      go(Math.max(0, at - 9))
      return true
    case 'Enter':
      if (row && !event.ctrlKey && !event.metaKey) act(row)
      return !event.ctrlKey && !event.metaKey
    case 'ArrowRight':
      if (!row || search !== '' || isLeaf(row.item)) return false
      if (row.open) go(Math.min(last, at + 1))
      else turn(row.item, true)
      return true
    case 'ArrowLeft': {
      if (!row || search !== '') return false
      const parent = keyOfPath(row.item.path.slice(0, -1))
      if (row.open) turn(row.item, false)
      else
        go(
          Math.max(
            0,
            rows.findIndex(({ item }) => item.key === parent),
          ),
        )
      return true
    }
    default:
      return false
  }
}

interface RowsProps {
  readonly id: string
  readonly name: string
  readonly rows: readonly Row[]
  readonly active: number
  readonly picked: ReadonlySet<string>
  readonly canPick: (item: Item) => boolean
  readonly onAct: (row: Row) => void
  readonly onTurn: (row: Row) => void
}

function Rows({ id, name, rows, active, picked, canPick, onAct, onTurn }: RowsProps) {
  const box = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ from: 0, to: 24 })
  const look = (): void => {
    const element = box.current
    if (!element) return
    const from = Math.max(0, Math.floor(element.scrollTop / ROW) - OVERSCAN)
    const to = Math.max(24, Math.ceil((element.scrollTop + element.clientHeight) / ROW) + OVERSCAN)
    setSeen((now) => (now.from === from && now.to === to ? now : { from, to }))
  }
  useEffect(look)
  useEffect(() => {
    const element = box.current
    if (!element || active < 0) return
    const top = active * ROW
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + ROW > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW - element.clientHeight
  }, [active])
  return (
    <div
      ref={box}
      id={`${id}-tree`}
      role="tree"
      aria-label={name}
      aria-multiselectable
      tabIndex={-1}
      className={classes.rows}
      onScroll={look}
    >
      <div role="presentation" style={{ height: rows.length * ROW, position: 'relative' }}>
        {rows.slice(seen.from, seen.to).map((row, index) => {
          const { item } = row
          const at = seen.from + index
          const leaf = isLeaf(item)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the search field hears the keys
            <div
              key={item.key}
              id={`${id}-${at}`}
              role="treeitem"
              tabIndex={-1}
              aria-level={item.path.length}
              aria-expanded={leaf ? undefined : row.open}
              aria-selected={picked.has(item.key)}
              data-fixed={!canPick(item) || undefined}
              // What cannot be picked can still be opened, if there is anything in it.
              aria-disabled={(leaf && !canPick(item)) || undefined}
              className={classes.row}
              data-active={at === active || undefined}
              title={item.hint}
              style={{ top: at * ROW, paddingLeft: 4 + (item.path.length - 1) * 18 }}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onAct(row)}
            >
              <span
                className={classes.turn}
                data-turn
                onClick={(event) => {
                  event.stopPropagation()
                  if (!leaf) onTurn(row)
                }}
                aria-hidden
              >
                {!leaf && (row.open ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />)}
              </span>
              <span className={classes.box} aria-hidden>
                {picked.has(item.key) && <IconCheck size={12} stroke={3} />}
              </span>
              <span className={classes.title} style={item.colour ? { color: item.colour } : undefined}>
                {item.title}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
