/** What differs from the last save. Undoing back to the saved state is clean again, since diffs cancel out. */

import { append, emptyDiff, isEmpty, type MutableDiff } from './diff'
import { Listeners, type Readable, type Unsubscribe } from './reactive'
import type { Store } from './store'

export class Unsaved implements Readable<boolean> {
  private diff: MutableDiff = emptyDiff()
  private dirty = false
  private readonly listeners = new Listeners()

  constructor(store: Store) {
    store.subscribe((diff, source) => {
      if (source !== 'user' && source !== 'history') return
      append(this.diff, diff)
      this.settle()
    })
  }

  get = (): boolean => this.dirty

  subscribe = (listener: () => void): Unsubscribe => this.listeners.add(listener)

  /** The document as it stands now is what is stored. */
  saved(): void {
    this.diff = emptyDiff()
    this.settle()
  }

  private settle(): void {
    const dirty = !isEmpty(this.diff)
    if (dirty === this.dirty) return
    this.dirty = dirty
    this.listeners.notify()
  }
}
