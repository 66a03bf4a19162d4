/** The two ends of the selected span, to be taken with the pointer. */

import type { Span } from './granularity'
import type { Places } from './places'

interface HandlesOptions {
  readonly layer: HTMLElement
  readonly places: Places
  readonly placeUnder: (x: number, y: number) => number | undefined
  /** An end is on its way, or has arrived. */
  readonly onMove: (span: Span, done: boolean) => void
}

const ENDS = ['start', 'end'] as const
type End = (typeof ENDS)[number]

export class Handles {
  private readonly grips = new Map<End, HTMLElement>()
  private span: Span | undefined

  constructor(private readonly given: HandlesOptions) {
    for (const end of ENDS) {
      const grip = document.createElement('div')
      grip.dataset.grip = end
      grip.addEventListener('pointerdown', (event) => this.take(end, event))
      this.grips.set(end, grip)
    }
  }

  show(span: Span | undefined, colour = ''): void {
    this.span = span
    for (const grip of this.grips.values()) {
      grip.style.setProperty('--tag', colour)
      if (span) this.given.layer.append(grip)
      else grip.remove()
    }
    this.place()
  }

  place(): void {
    const { span } = this
    if (!span) return
    const box = this.given.layer.getBoundingClientRect()
    for (const [end, grip] of this.grips) {
      const rect = this.edge(span, end)
      grip.hidden = rect === undefined
      if (!rect) continue
      const x = end === 'start' ? rect.left : rect.right
      grip.style.cssText += `;left:${x - box.left}px;top:${rect.top - box.top}px;height:${rect.height}px`
    }
  }

  private edge({ start, end }: Span, which: End): DOMRect | undefined {
    const { places } = this.given
    const range = places.rangeOf(which === 'start' ? { start, end: start + 1 } : { start: end - 1, end })
    return [...range.getClientRects()].at(which === 'start' ? 0 : -1)
  }

  private take(end: End, down: PointerEvent): void {
    const from = this.span
    if (down.button !== 0 || !from) return
    // A press here selects no text, and no other span.
    down.preventDefault()
    down.stopPropagation()
    const { placeUnder, onMove } = this.given
    let now = from
    const move = (event: PointerEvent): void => {
      const place = placeUnder(event.clientX, event.clientY)
      if (place === undefined) return
      now =
        end === 'start'
          ? { ...from, start: Math.min(place, from.end - 1) }
          : { ...from, end: Math.max(place, from.start + 1) }
      onMove(now, false)
    }
    const stop = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return
      for (const [type, listener] of listening) window.removeEventListener(type, listener as EventListener, true)
      event.stopPropagation()
      onMove(event.type === 'pointerup' ? now : from, true)
    }
    const listening = [
      ['pointermove', move],
      ['pointerup', stop],
      ['pointercancel', stop],
      ['keydown', stop],
    ] as const
    for (const [type, listener] of listening) window.addEventListener(type, listener as EventListener, true)
  }
}
