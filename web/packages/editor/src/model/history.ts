/**
 * Undo by gesture. A gesture sets a mark when it starts; everything the user does until the next mark is one step.
 * Steps hold composed diffs, so a drag of 300 moves costs one entry per record, and a gesture that ends where it began
 * leaves no step at all. Bailing out to a mark leaves no trace in redo.
 */

import { append, emptyDiff, invert, isEmpty, type MutableDiff } from './diff'
import { Listeners, type Readable, type Unsubscribe } from './reactive'
import type { Store } from './store'

/** What is not in the document but is put back with it: the selection. */
export interface Companion<T> {
  get: () => T
  restore: (value: T) => void
}

interface Step<T> {
  name: string
  readonly diff: MutableDiff
  readonly before: T | undefined
  after: T | undefined
}

/** A place in the history, to bail out or squash to. */
export interface Mark<T = unknown> {
  readonly depth: number
  /** What redo offered then: bailing out offers it again. */
  readonly redo: readonly Step<T>[]
}

export interface HistoryState {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Name of the step that undo would take back. */
  readonly undoName: string | undefined
  readonly redoName: string | undefined
  /** Names of what was done, oldest first, and behind them of what undo took back. */
  readonly steps: readonly string[]
  /** How many of them hold now. */
  readonly depth: number
}

export class History<T = unknown> implements Readable<HistoryState> {
  private done: Step<T>[] = []
  private undone: readonly Step<T>[] = []
  /** Whether the next change joins the last step. */
  private open = false
  private state: HistoryState = {
    canUndo: false,
    canRedo: false,
    undoName: undefined,
    redoName: undefined,
    steps: [],
    depth: 0,
  }
  private readonly listeners = new Listeners()
  private readonly store: Store
  private readonly companion: Companion<T> | undefined

  constructor(store: Store, companion?: Companion<T>) {
    this.store = store
    this.companion = companion
    store.subscribe((diff, source) => {
      if (source !== 'user') return
      if (!this.open) this.push('edit')
      const step = this.done[this.done.length - 1]
      if (step) append(step.diff, diff)
      this.undone = []
      this.changed()
    })
  }

  get canUndo(): boolean {
    return this.get().canUndo
  }

  get canRedo(): boolean {
    return this.get().canRedo
  }

  get = (): HistoryState => this.state

  subscribe = (listener: () => void): Unsubscribe => this.listeners.add(listener)

  /** Starts a gesture. The steps so far are closed. */
  mark(name: string): Mark<T> {
    this.dropEmpty()
    const mark = { depth: this.done.length, redo: this.undone }
    this.push(name)
    return mark
  }

  /** Runs `change` as one step of its own. */
  step<R>(name: string, change: () => R): R {
    this.mark(name)
    const result = change()
    this.close()
    return result
  }

  /** Ends the gesture: the next change without a mark is a step of its own. */
  close(): void {
    this.dropEmpty()
    const last = this.done[this.done.length - 1]
    if (this.open && last) last.after = this.companion?.get()
    this.open = false
    this.changed()
  }

  /** Takes back everything since the mark, as if it had never been. */
  bailTo(mark: Mark<T>): void {
    const first = this.done[mark.depth]
    const steps = this.done.splice(mark.depth)
    for (const step of steps.reverse()) this.store.apply(invert(step.diff), { source: 'history' })
    this.open = false
    this.undone = mark.redo
    this.restore(first?.before)
    this.changed()
  }

  /** Makes one step of everything since the mark. */
  squashTo(mark: Mark<T>): void {
    const [first, ...rest] = this.done.splice(mark.depth)
    if (!first) return
    for (const step of rest) append(first.diff, step.diff)
    first.after = rest[rest.length - 1]?.after
    this.done.push(first)
    this.close()
  }

  undo(): boolean {
    this.close()
    const step = this.done.pop()
    if (!step) return false
    step.after = this.companion?.get()
    this.undone = [...this.undone, step]
    this.store.apply(invert(step.diff), { source: 'history' })
    this.restore(step.before)
    this.changed()
    return true
  }

  redo(): boolean {
    this.close()
    const step = this.undone[this.undone.length - 1]
    if (!step) return false
    this.undone = this.undone.slice(0, -1)
    this.done.push(step)
    this.store.apply(step.diff, { source: 'history' })
    this.restore(step.after)
    this.changed()
    return true
  }

  /** Undoes or redoes until so many steps hold. */
  goTo(depth: number): void {
    this.close()
    while (this.done.length > depth && this.undo());
    while (this.done.length < depth && this.redo());
  }

  /** Forgets everything: another document was loaded. */
  clear(): void {
    this.done = []
    this.undone = []
    this.open = false
    this.changed()
  }

  private push(name: string): void {
    this.done.push({ name, diff: emptyDiff(), before: this.companion?.get(), after: undefined })
    this.open = true
  }

  /** A mark nothing followed, or a gesture that ended where it began, is not a step. */
  private dropEmpty(): void {
    while (this.done.length > 0 && isEmpty((this.done[this.done.length - 1] as Step<T>).diff)) {
      this.done.pop()
      this.open = false
    }
  }

  private restore(value: T | undefined): void {
    if (value !== undefined) this.companion?.restore(value)
  }

  private changed(): void {
    const done = this.done.filter((step) => !isEmpty(step.diff))
    const undo = done[done.length - 1]
    const redo = this.undone[this.undone.length - 1]
    const steps = [...done, ...this.undone.toReversed()].map((step) => step.name)
    const before = this.state
    if (
      before.depth === done.length &&
      before.steps.length === steps.length &&
      before.steps.every((it, i) => it === steps[i])
    )
      return
    this.state = {
      canUndo: undo !== undefined,
      canRedo: redo !== undefined,
      undoName: undo?.name,
      redoName: redo?.name,
      steps,
      depth: done.length,
    }
    this.listeners.notify()
  }
}
