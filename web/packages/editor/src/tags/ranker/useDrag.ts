/** Moving cards with the pointer: which card is in the hand, and where it would fall. */

import { useEffect, useRef, useState } from 'react'
import type { Place } from './order'

export interface Drag {
  readonly id: string
  /** How far the card is from its place, in pixels. */
  readonly dx: number
  readonly dy: number
  readonly to: Place
}

/** Before this it may be a click. */
const START_PX = 4
const EDGE_PX = 40
const SCROLL_PX = 14

export function useDrag(board: React.RefObject<HTMLElement | null>, onDrop: (id: string, to: Place) => void) {
  const [drag, setDrag] = useState<Drag>()
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const start = (id: string, down: React.PointerEvent): void => {
    const home = board.current
    const scroller = home?.closest('[data-scroller]')
    if (!home || down.button !== 0) return
    const scrolled = scroller?.scrollTop ?? 0
    let now: Drag | undefined
    const move = (event: PointerEvent): void => {
      const dx = event.clientX - down.clientX
      const dy = event.clientY - down.clientY
      if (!now && Math.hypot(dx, dy) < START_PX) return
      scrollNearEdge(scroller, event.clientY)
      const to = placeAt(home, id, event.clientX, event.clientY)
      if (to) now = { id, dx, dy: dy + (scroller?.scrollTop ?? 0) - scrolled, to }
      setDrag(now)
    }
    const end = (): void => {
      stop.current?.()
      if (now) onDrop(id, now.to)
    }
    const cancel = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return
      event.stopPropagation()
      stop.current?.()
    }
    stop.current = () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', cancel, true)
      stop.current = undefined
      setDrag(undefined)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', cancel, true)
  }
  return { drag, start }
}

/** The column under the pointer, else the nearest beside it; in it, below the cards whose middle is above. */
function placeAt(board: HTMLElement, id: string, x: number, y: number): Place | undefined {
  let nearest: HTMLElement | undefined
  let least = Number.POSITIVE_INFINITY
  for (const column of board.querySelectorAll<HTMLElement>('[data-column]')) {
    const { left, right, top, bottom } = column.getBoundingClientRect()
    const distance = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
    if (distance < least) [nearest, least] = [column, distance]
  }
  if (nearest?.dataset.column === undefined) return undefined
  const cards = [...nearest.querySelectorAll<HTMLElement>('[data-card]')].filter((it) => it.dataset.card !== id)
  const index = cards.filter((card) => {
    const { top, height } = card.getBoundingClientRect()
    return top + height / 2 < y
  }).length
  return { column: nearest.dataset.column, index }
}

function scrollNearEdge(scroller: Element | null | undefined, y: number): void {
  if (!scroller) return
  const { top, bottom } = scroller.getBoundingClientRect()
  if (y < top + EDGE_PX) scroller.scrollTop -= SCROLL_PX
  else if (y > bottom - EDGE_PX) scroller.scrollTop += SCROLL_PX
}
