/** How much of the screen the task has to itself. Of this page alone: the next one starts with everything in view. */

import { Atom } from '../model'

export class Screen {
  /** Whether the editor fills the whole screen, or is asked to: the view sees to it. */
  readonly full = new Atom(false)
  /** Bars and panels are away. */
  readonly focus = new Atom(false)

  toggle(what: 'full' | 'focus'): void {
    this[what].set(!this[what].get())
  }

  /** One step towards everything in view. Says whether there was one. */
  back(): boolean {
    const left = this.focus.get() ? this.focus : this.full.get() ? this.full : undefined
    left?.set(false)
    return left !== undefined
  }
}
