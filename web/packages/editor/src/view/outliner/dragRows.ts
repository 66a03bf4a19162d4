/** One gesture: a line or a frame shows where the row would land, the list scrolls at its ends, Escape takes it back. */

import type { Annotation } from '../../core/annotation'
import type { TaskEditor } from '../../core/task-editor'
import type { OutlineRow } from '../../model'
import { type Landing, landing } from './landing'
import classes from './outliner.module.css'
import { rowHeight } from './Rows'

interface Drag {
  readonly editor: TaskEditor
  readonly annotation: Annotation
  readonly list: HTMLElement
  readonly rows: () => readonly OutlineRow[]
  readonly id: string
  readonly from: { readonly x: number; readonly y: number }
}

/** Nearer than this it is a click. */
const SLOP = 5
/** How near to an end of the list it scrolls, and by how much a frame. */
const EDGE = 28
const SPEED = 9

export function dragRows({ editor, annotation, list, rows, id, from }: Drag): void {
  const { selection } = annotation.session
  const ids = selection.has(id) ? [...selection.get()] : [id]
  const height = rowHeight(annotation.config)
  const over = new AbortController()
  const mark = document.createElement('div')
  mark.className = classes.landing ?? ''
  let pointer = from
  let isDragging = false
  let found: Landing | undefined
  let frame = 0

  const show = (): void => {
    const origin = list.getBoundingClientRect()
    const at = (pointer.y - origin.top + list.scrollTop) / height
    const isSaved = editor.setting('sort') === 'date'
    found = landing(annotation.document, rows(), at, { descending: editor.setting('direction') === 'desc', isSaved })
    mark.hidden = found === undefined
    if (!found) return
    mark.dataset.into = String(found.isInto)
    mark.style.top = `${found.index * height}px`
    mark.style.left = `${20 + found.depth * 14}px`
  }
  const scroll = (): void => {
    const { top, bottom } = list.getBoundingClientRect()
    const by = pointer.y < top + EDGE ? -SPEED : pointer.y > bottom - EDGE ? SPEED : 0
    if (by !== 0) {
      list.scrollTop += by
      show()
    }
    frame = requestAnimationFrame(scroll)
  }
  const end = (): void => {
    over.abort()
    cancelAnimationFrame(frame)
    mark.remove()
    delete list.dataset.dragging
  }
  const onMove = (event: PointerEvent): void => {
    pointer = { x: event.clientX, y: event.clientY }
    if (!isDragging) {
      if (Math.hypot(pointer.x - from.x, pointer.y - from.y) < SLOP) return
      isDragging = true
      list.dataset.dragging = ''
      list.firstElementChild?.append(mark)
      frame = requestAnimationFrame(scroll)
    }
    show()
  }
  const onUp = (): void => {
    if (isDragging) suppressClick()
    end()
    if (isDragging && found) editor.actions.arrange(ids, found.place)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isDragging) return
    event.preventDefault()
    event.stopPropagation()
    suppressClick()
    end()
  }
  const listen = { signal: over.signal }
  window.addEventListener('pointermove', onMove, listen)
  window.addEventListener('pointerup', onUp, listen)
  window.addEventListener('pointercancel', end, listen)
  window.addEventListener('keydown', onKeyDown, { ...listen, capture: true })
}

/** Letting go on the row where it began is no click on it. */
function suppressClick(): void {
  const stop = (event: Event): void => event.stopPropagation()
  window.addEventListener('click', stop, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', stop, { capture: true }))
}
