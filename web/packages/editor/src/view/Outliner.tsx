/** The list of regions. Only the rows on screen exist, so ten thousand scroll like ten. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowsSort, IconCheck, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type OutlineRow, outline } from '../model'
import { useAnnotation, useEditor, useSetting, useValue } from './context'
import { GroupRow, RegionRow } from './OutlinerRow'
import classes from './panel.module.css'

const ROW = 32
const OVERSCAN = 8

export function Outliner() {
  const editor = useEditor()
  const annotation = useAnnotation()
  const ids = useValue(annotation.document.regionIds)
  const version = useValue(annotation.version)
  const [group, sort, direction] = [useSetting('group'), useSetting('sort'), useSetting('direction')]
  // Ungrouped and by date only coming and going matters; otherwise labels and scores do too.
  const fine = group === 'manual' && sort === 'date' ? 0 : version
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ids` and `fine` say that the document changed
  const rows = useMemo(
    () => outline(annotation.document, { group, sort, direction }),
    [annotation, ids, fine, group, sort, direction],
  )
  return (
    <>
      <div className={classes.head}>
        <span className={classes.grow} />
        <OrderMenu />
        <HideAll />
      </div>
      {ids.length === 0 ? (
        <>
          <div role="tree" aria-label="Regions" className={classes.emptyList} />
          <p className={classes.empty}>{annotation.readOnly ? t('editor.noRegionsHere') : t('editor.noRegions')}</p>
        </>
      ) : (
        <Rows rows={rows} onPick={(id) => editor.actions.select(id)} />
      )}
    </>
  )
}

function Rows({ rows, onPick }: { rows: readonly OutlineRow[]; onPick: (id: string) => void }) {
  const annotation = useAnnotation()
  const box = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ from: 0, to: 40 })
  const selection = useValue(annotation.session.selection)
  const anchor = useRef<string>(undefined)

  const look = (): void => {
    const element = box.current
    if (!element) return
    const from = Math.max(0, Math.floor(element.scrollTop / ROW) - OVERSCAN)
    const to = Math.ceil((element.scrollTop + element.clientHeight) / ROW) + OVERSCAN
    setSeen((now) => (now.from === from && now.to === to ? now : { from, to }))
  }
  useEffect(look)

  // The selected region comes into view, wherever it was selected.
  const [only] = selection
  useEffect(() => {
    const element = box.current
    const index = selection.size === 1 ? rows.findIndex((row) => row.row === 'region' && row.id === only) : -1
    if (!element || index < 0) return
    const top = index * ROW
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + ROW > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW - element.clientHeight
  }, [rows, selection, only])

  const pick = (id: string, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void => {
    const order = rows.flatMap((row) => (row.row === 'region' ? [row.id] : []))
    const { session } = annotation
    if (event.shiftKey && anchor.current !== undefined) {
      const [a, b] = [order.indexOf(anchor.current), order.indexOf(id)].sort((x, y) => x - y)
      session.selection.set(order.slice(a, (b ?? 0) + 1))
      return
    }
    anchor.current = id
    if (event.ctrlKey || event.metaKey) session.selection.toggle(id)
    else if (session.selection.size === 1 && session.selection.has(id)) session.selection.clear()
    else onPick(id)
  }

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    const order = rows.flatMap((row) => (row.row === 'region' ? [row.id] : []))
    const at = only === undefined ? -1 : order.indexOf(only)
    const next = order[Math.max(0, Math.min(order.length - 1, at + step))]
    if (next !== undefined) onPick(next)
  }

  const shown = rows.slice(seen.from, seen.to)
  return (
    <div
      ref={box}
      role="tree"
      aria-label="Regions"
      aria-multiselectable
      tabIndex={0}
      className={classes.list}
      onScroll={look}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: rows.length * ROW, position: 'relative' }}>
        {shown.map((row, index) => {
          const top = (seen.from + index) * ROW
          return row.row === 'group' ? (
            <GroupRow key={row.key} row={row} top={top} />
          ) : (
            <RegionRow
              key={row.key}
              row={row}
              top={top}
              position={seen.from + index + 1}
              size={rows.length}
              onPick={pick}
            />
          )
        })}
      </div>
    </div>
  )
}

function HideAll() {
  const editor = useEditor()
  const hidden = useValue(useAnnotation().session.hidden)
  const title = hidden.size > 0 ? t('editor.showAll') : t('editor.cmdHideAll')
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={title}
      title={title}
      onClick={() => editor.actions.toggleAllHidden()}
    >
      {hidden.size > 0 ? <IconEyeOff size={15} /> : <IconEye size={15} />}
    </ActionIcon>
  )
}

const GROUPS = [
  ['manual', 'editor.groupNone'],
  ['label', 'editor.groupLabel'],
  ['type', 'editor.groupType'],
] as const

const ORDERS = [
  ['date', 'asc', 'editor.sortOldest'],
  ['date', 'desc', 'editor.sortNewest'],
  ['score', 'desc', 'editor.sortScore'],
] as const

function OrderMenu() {
  const editor = useEditor()
  const [group, sort, direction] = [useSetting('group'), useSetting('sort'), useSetting('direction')]
  const mark = (on: boolean) => <IconCheck size={14} style={{ visibility: on ? 'visible' : 'hidden' }} />
  return (
    <Menu position="bottom-end" shadow="md" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('editor.order')} title={t('editor.order')}>
          <IconArrowsSort size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('editor.group')}</Menu.Label>
        {GROUPS.map(([value, title]) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={group === value}
            leftSection={mark(group === value)}
            onClick={() => editor.settings.set({ group: value })}
          >
            {t(title)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('editor.sort')}</Menu.Label>
        {ORDERS.map(([by, way, title]) => (
          <Menu.Item
            key={title}
            role="menuitemradio"
            aria-checked={sort === by && direction === way}
            leftSection={mark(sort === by && direction === way)}
            onClick={() => editor.settings.set({ sort: by, direction: way })}
          >
            {t(title)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
