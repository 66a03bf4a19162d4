/** Cards to bring into an order, in one list or in buckets; with the pointer or with Alt and the arrows. */

import { t } from '@labelwright/i18n'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Control, resolveData, type TagNode } from '../../model'
import { useAnnotation, useEditor } from '../../view/context'
import { Question } from '../../view/Question'
import { useAnswer } from '../../view/useAnswer'
import { itemsOf, type ListItem } from '../list/items'
import { NoItems } from '../list/NoItems'
import { defineTag } from '../tag'
import { Card } from './Card'
import {
  type Columns,
  columnsOf,
  moved,
  type Order,
  type Place,
  placeOf,
  readOrder,
  stepFrom,
  writeOrder,
} from './order'
import classes from './ranker.module.css'
import { useDrag } from './useDrag'

function RankerTag({ node }: { node: TagNode<'Ranker'> }) {
  const { config } = useAnnotation()
  const control = config.controls.get(node.attrs.name)
  const listed = config.objects.get(control?.targets[0] ?? '')
  const items = useMemo(
    () => itemsOf(resolveData(String(listed?.node.attrs.value ?? ''), config.data)),
    [listed, config.data],
  )
  const columns = useMemo(
    () => columnsOf(node, node.attrs.name, String(listed?.node.attrs.title ?? '')),
    [node, listed],
  )
  if (!control) return null
  if (items.length === 0) return <NoItems name={listed?.name ?? control.name} />
  return <Board node={node} control={control} items={items} columns={columns} />
}

interface BoardProps {
  readonly node: TagNode<'Ranker'>
  readonly control: Control
  readonly items: readonly ListItem[]
  readonly columns: Columns
}

/** An order that nobody touched is the answer, too. */
function useUntouched(control: Control, columns: Columns, ids: readonly string[]): void {
  const editor = useEditor()
  const annotation = useAnnotation()
  const flush = useCallback(() => {
    if (annotation.readOnly || ids.length === 0 || annotation.answer(control)) return
    annotation.setAnswer(control, writeOrder(readOrder(undefined, columns, ids)))
  }, [annotation, control, columns, ids])
  useEffect(() => editor.onFlush(flush, 'submit'), [editor, flush])
}

const STEPS: Record<string, readonly [dx: number, dy: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

function Board({ node, control, items, columns }: BoardProps) {
  const { value, set, readOnly, shown } = useAnswer(control)
  const board = useRef<HTMLDivElement>(null)
  const [news, setNews] = useState('')
  const ids = useMemo(() => items.map((item) => item.id), [items])
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items])
  useUntouched(control, columns, ids)
  const order = readOrder(value, columns, ids)
  const focus = useRefocus(board, order)

  const put = (id: string, to: Place): void => {
    const at = placeOf(order, id)
    if (readOnly || (at?.column === to.column && at.index === to.index)) return
    const next = moved(order, id, to)
    set(writeOrder(next))
    setNews(newsOf(next, columns, byId.get(id), to))
  }
  const { drag, start } = useDrag(board, put)

  const onKey = (id: string, event: React.KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.shiftKey || event.target !== event.currentTarget) return
    event.preventDefault()
    const to = stepFrom(order, id, ...step)
    if (event.altKey && to) {
      focus.keep(id)
      put(id, to)
    } else if (!event.altKey && to) focus.go(order.get(to.column)?.[to.index] ?? order.get(to.column)?.at(-1))
  }

  return (
    <Question control={control} shown={shown}>
      {!readOnly && <p className={classes.hint}>{t('editor.rankHint')}</p>}
      <div ref={board} className={classes.board} data-dragging={drag ? true : undefined}>
        {columns.all.map((column) => (
          <section
            key={column.key}
            className={`${classes.column} htx-ranker-column`}
            aria-label={column.title || control.name}
            data-column={column.key}
          >
            {column.title && (
              <h4 className={classes.title}>
                {column.title} <span className={classes.count}>{order.get(column.key)?.length}</span>
              </h4>
            )}
            <ol className={classes.cards}>
              {order.get(column.key)?.map((id, index) => (
                <Card
                  key={id}
                  item={byId.get(id) as ListItem}
                  place={index + 1}
                  collapsible={node.attrs.collapsible}
                  movable={!readOnly}
                  drag={drag?.id === id ? drag : undefined}
                  line={lineAt(drag?.to, column.key, order, drag?.id) === index}
                  onGrab={(event) => start(id, event)}
                  onKey={(event) => onKey(id, event)}
                />
              ))}
              {lineAt(drag?.to, column.key, order, drag?.id) === order.get(column.key)?.length && (
                <li className={classes.line} aria-hidden />
              )}
            </ol>
          </section>
        ))}
      </div>
      <p className={classes.quiet} aria-live="polite">
        {news}
      </p>
    </Question>
  )
}

/** Before which card of a column the line stands: places count without the card in the hand. */
function lineAt(to: Place | undefined, column: string, order: Order, id: string | undefined): number | undefined {
  if (to?.column !== column || id === undefined) return undefined
  const own = order.get(column)?.indexOf(id) ?? -1
  return own >= 0 && to.index > own ? to.index + 1 : to.index
}

const newsOf = (order: Order, columns: Columns, item: ListItem | undefined, { column, index }: Place): string =>
  t('editor.rankMoved', {
    item: item?.title || (item?.id ?? ''),
    place: index + 1,
    count: order.get(column)?.length ?? 0,
    column: columns.all.find((it) => it.key === column)?.title ?? '',
  })

/** A card that moved to another column is drawn anew: the focus goes along. */
function useRefocus(board: React.RefObject<HTMLElement | null>, order: Order) {
  const wanted = useRef<string>(undefined)
  const go = (id: string | undefined): void => {
    const cards = board.current?.querySelectorAll<HTMLElement>('[data-card]') ?? []
    if (id !== undefined) [...cards].find((card) => card.dataset.card === id)?.focus()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every drawing of an order
  useEffect(() => {
    go(wanted.current)
    wanted.current = undefined
  }, [order])
  return {
    go,
    keep: (id: string) => {
      wanted.current = id
    },
  }
}

/** Buckets are drawn by their Ranker. */
const Nothing = () => null

export const ranker = defineTag('Ranker', RankerTag)
export const bucket = defineTag('Bucket', Nothing)
