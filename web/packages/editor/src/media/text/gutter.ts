/** Numbers of lines beside a text; only of those near the screen there are any. */

import type { Span } from './granularity'
import { lineAt } from './lines'
import type { Places } from './places'

export class Gutter {
  private readonly element = document.createElement('div')

  constructor(
    private readonly root: HTMLElement,
    private readonly places: Places,
    /** Where each line begins. */
    private readonly lines: readonly number[],
  ) {
    this.element.dataset.gutter = ''
    this.element.setAttribute('aria-hidden', 'true')
  }

  get isShown(): boolean {
    return this.element.isConnected
  }

  show(shown: boolean): void {
    this.root.toggleAttribute('data-lines', shown)
    this.root.style.setProperty('--digits', String(String(this.lines.length).length))
    if (shown) this.root.append(this.element)
    else this.element.remove()
  }

  /** Puts the numbers of the lines in a stretch of text beside them. */
  place({ start, end }: Span): void {
    const { lines, places } = this
    const box = this.root.getBoundingClientRect()
    const numbers: HTMLElement[] = []
    for (let line = lineAt(lines, start); line < lines.length && (lines[line] as number) <= end; line++) {
      const at = lines[line] as number
      const rect = places.rangeOf({ start: at, end: Math.min(at + 1, places.text.length) }).getBoundingClientRect()
      if (rect.height === 0) continue
      const number = document.createElement('span')
      number.textContent = String(line + 1)
      number.style.cssText = `top:${rect.top - box.top}px;height:${rect.height}px;line-height:${rect.height}px`
      numbers.push(number)
    }
    this.element.replaceChildren(...numbers)
  }
}
