/** The rows of the list. Only those on screen exist, so ten thousand scroll like ten. */

import { t } from '@labelwright/i18n'
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import type { Config, OutlineRow } from '../../model'
import { askedInRows } from '../../tags/rowFields'
import { useAnnotation, useValue } from '../context'
import { GroupRow } from './GroupRow'
import classes from './outliner.module.css'
import { RegionRow } from './RegionRow'
import type { MenuPlace } from './RowMenu'
import { useDragRows } from './useDragRows'
import { useRowKeys } from './useRowKeys'

/** Loaded when it is first opened. */
const RowMenu = lazy(async () => ({ default: (await import('./RowMenu')).RowMenu }))

const ROW_HEIGHT = 32
/** Of each field that a config asks for in every row. */
const FIELD_HEIGHT = 32

export const rowHeight = (config: Config): number => ROW_HEIGHT + askedInRows(config).length * FIELD_HEIGHT
const OVERSCAN = 8
/** Until it is known how high the list is: opening a task draws little else. */
const FIRST = 18

export interface Modifiers {
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

export function Rows({ rows }: { rows: readonly OutlineRow[] }) {
  const base = useId()
  const box = useRef<HTMLDivElement>(null)
  const { seen, look } = useWindow(box)
  const [menu, setMenu] = useState<MenuPlace>()
  const { cursor, pick, onKeyDown } = useRowKeys(rows)
  const drag = useDragRows(box, rows)
  const height = rowHeight(useAnnotation().config)
  useBroughtIntoView(box, rows, cursor)
  const at = rows.findIndex(({ key }) => key === cursor)
  const idOf = (key: string): string => `${base}-${encodeURIComponent(key)}`

  const onContextMenu = (event: React.MouseEvent): void => {
    const element = (event.target as Element).closest<HTMLElement>('[data-row]')
    const row = rows.find(({ key }) => key === (element?.dataset.row ?? cursor))
    if (row?.row !== 'region') return
    event.preventDefault()
    // The key for menus has no place of its own.
    const list = box.current?.getBoundingClientRect()
    const isAtRow = element !== null || !list
    const top = (list?.top ?? 0) + at * height - (box.current?.scrollTop ?? 0) + height
    setMenu({ id: row.id, x: isAtRow ? event.clientX : list.left + 40, y: isAtRow ? event.clientY : top })
  }

  return (
    <>
      <div
        ref={box}
        role="tree"
        aria-label={t('panels.titleRegions')}
        aria-multiselectable
        aria-activedescendant={cursor !== undefined && at >= seen.from && at < seen.to ? idOf(cursor) : undefined}
        tabIndex={0}
        className={classes.list}
        onScroll={look}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
      >
        <div role="presentation" style={{ height: rows.length * height, position: 'relative' }}>
          {rows.slice(seen.from, seen.to).map((row, index) => {
            const place = {
              elementId: idOf(row.key),
              top: (seen.from + index) * height,
              position: seen.from + index + 1,
              size: rows.length,
              isCursor: row.key === cursor,
            }
            return row.row === 'group' ? (
              <GroupRow key={row.key} row={row} place={place} />
            ) : (
              <RegionRow
                key={row.key}
                rowKey={row.key}
                id={row.id}
                depth={row.depth}
                number={row.number}
                folded={row.folded}
                {...place}
                onPick={pick}
                onGrip={drag}
                onMenu={setMenu}
              />
            )
          })}
        </div>
        {rows.length === 0 && <p className={classes.empty}>{t('editor.nothingFound')}</p>}
      </div>
      {menu && (
        <Suspense>
          <RowMenu place={menu} onClose={() => setMenu(undefined)} />
        </Suspense>
      )}
    </>
  )
}

interface Window {
  readonly seen: { readonly from: number; readonly to: number }
  readonly look: () => void
}

function useWindow(box: React.RefObject<HTMLDivElement | null>): Window {
  const [seen, setSeen] = useState({ from: 0, to: FIRST })
  const height = rowHeight(useAnnotation().config)
  const look = (): void => {
    const element = box.current
    if (!element) return
    const from = Math.max(0, Math.floor(element.scrollTop / height) - OVERSCAN)
    const to = Math.ceil((element.scrollTop + element.clientHeight) / height) + OVERSCAN
    setSeen((now) => (now.from === from && now.to === to ? now : { from, to }))
  }
  // Told when it is laid out: asking for it would lay everything out once more.
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  })
  return { seen, look }
}

/** What is selected comes into view, wherever it was selected, unfolded; and so does where the keys are. */
function useBroughtIntoView(
  box: React.RefObject<HTMLDivElement | null>,
  rows: readonly OutlineRow[],
  cursor: string | undefined,
): void {
  const { config, document, session } = useAnnotation()
  const height = rowHeight(config)
  const selection = useValue(session.selection)
  useEffect(() => {
    const [id] = selection
    if (selection.size !== 1 || id === undefined) return
    const above: string[] = []
    for (
      let at = document.region(id)?.parent;
      at !== undefined && !above.includes(at);
      at = document.region(at)?.parent
    )
      above.push(at)
    session.folded.remove(...above)
  }, [document, session, selection])
  // Only when it moves: whoever scrolls on is left alone.
  const shown = useRef<string>(undefined)
  useEffect(() => {
    const element = box.current
    const index = rows.findIndex(({ key }) => key === cursor)
    if (!element || index < 0 || shown.current === cursor) return
    shown.current = cursor
    const top = index * height
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + height > element.scrollTop + element.clientHeight)
      element.scrollTop = top + height - element.clientHeight
  }, [box, rows, cursor, height])
}
