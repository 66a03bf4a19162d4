/** Dragging panels by a tab: a mark shows where they would land, Escape lets them stay. */

import { type Edge, move, type PanelId } from '../../core/layout'
import { type Drop, dropAt, type Target } from './drop'
import classes from './panels.module.css'
import type { Panels } from './usePanels'

/** Nearer than this it is a click. */
const SLOP = 6

interface Grip {
  /** What is held: it has captured the pointer. */
  readonly element: HTMLElement
  readonly pointer: number
  readonly from: { readonly x: number; readonly y: number }
}

export function dragPanels({ element, pointer, from }: Grip, dragged: readonly PanelId[], panels: Panels): void {
  const area = panels.area()
  // Let go while this was loading.
  if (!area || !element.hasPointerCapture(pointer)) return
  const over = new AbortController()
  const listen = { signal: over.signal }
  let mark: HTMLElement | undefined
  let drop: Drop | undefined

  const end = (): void => {
    over.abort()
    mark?.remove()
    if (element.hasPointerCapture(pointer)) element.releasePointerCapture(pointer)
  }
  const onMove = (event: PointerEvent): void => {
    if (!mark && Math.hypot(event.clientX - from.x, event.clientY - from.y) < SLOP) return
    mark ??= area.appendChild(newMark())
    const origin = area.getBoundingClientRect()
    drop = dropAt({
      at: { x: event.clientX - origin.x, y: event.clientY - origin.y },
      area: { width: origin.width, height: origin.height },
      targets: targetsIn(area, origin),
      dragged,
    })
    const { x, y, width, height } = drop?.hint ?? { x: 0, y: 0, width: 0, height: 0 }
    mark.hidden = drop === undefined
    mark.dataset.floats = String(drop?.spot.at === 'float')
    Object.assign(mark.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` })
  }
  const onUp = (): void => {
    const { spot } = drop ?? {}
    end()
    if (spot) panels.change((layout) => move(layout, dragged, spot))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !mark) return
    event.preventDefault()
    event.stopPropagation()
    end()
  }
  element.addEventListener('pointermove', onMove, listen)
  element.addEventListener('pointerup', onUp, listen)
  element.addEventListener('pointercancel', end, listen)
  window.addEventListener('keydown', onKeyDown, { ...listen, capture: true })
}

function newMark(): HTMLElement {
  const mark = document.createElement('div')
  mark.className = classes.mark ?? ''
  return mark
}

function targetsIn(area: HTMLElement, origin: DOMRect): Target[] {
  const boxOf = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: x - origin.x, y: y - origin.y, width, height }
  }
  const stacks = [...area.querySelectorAll<HTMLElement>('[data-stack]')]
  // What floats uppermost is drawn last.
  return [...stacks.filter((it) => it.dataset.at), ...stacks.filter((it) => !it.dataset.at).reverse()].map((stack) => {
    const tabs = [...stack.querySelectorAll<HTMLElement>('[data-panel]')]
    return {
      panels: tabs.map((tab) => tab.dataset.panel ?? ''),
      edge: stack.dataset.at as Edge | undefined,
      box: boxOf(stack),
      bar: boxOf(stack.firstElementChild ?? stack),
      tabs: tabs.map(boxOf),
    }
  })
}
