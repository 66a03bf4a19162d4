/**
 * What is on screen in place of the work: all annotations at once, two compared, or an earlier state of the open one.
 * Nothing is changed, saved or sent meanwhile.
 */

import { Atom, type WireItem } from '../model'
import type { StoredState } from './options'
import type { TaskEditor } from './task-editor'
import type { Version } from './versions'

/** A version as it stands now, with what is not saved of it. */
export interface Snapshot {
  readonly version: Version
  readonly result: readonly WireItem[]
}

export type Comparing =
  | { readonly as: 'columns' | 'summary' }
  | { readonly as: 'differences'; readonly a: Snapshot; readonly b: Snapshot }

/** A state that can be gone back to. */
export interface Earlier {
  readonly result: readonly WireItem[]
  /** Undefined: what is submitted, below the draft that is open. */
  readonly stored?: StoredState
}

export class Views {
  readonly comparing = new Atom<Comparing | undefined>(undefined)
  readonly earlier = new Atom<Earlier | undefined>(undefined)

  constructor(private readonly editor: TaskEditor) {}

  /** Whether the work is out of sight. */
  get isAway(): boolean {
    return this.comparing.get() !== undefined || this.earlier.get() !== undefined
  }

  get canCompare(): boolean {
    const { show } = this.editor.options.get()
    return show?.viewAll !== false && this.editor.shownVersions.length > 1
  }

  /** Everything there is to compare. */
  snapshots(): Snapshot[] {
    return this.editor.shownVersions.map((version) => this.snapshot(version))
  }

  snapshot(version: Version): Snapshot {
    return { version, result: this.editor.resultOf(version) }
  }

  compare(comparing: Comparing): void {
    this.leaveWork()
    this.earlier.set(undefined)
    this.comparing.set(comparing)
    if (comparing.as !== 'differences') this.editor.settings.set({ viewAll: comparing.as })
  }

  /** The open one with the next best: another annotation rather than a prediction. */
  compareOpen(): void {
    const all = this.snapshots()
    const open = this.editor.work.get()?.version.key
    const a = all.find((it) => it.version.key === open) ?? all[0]
    const others = all.filter((it) => it !== a)
    const b = others.find((it) => it.version.kind === 'annotation') ?? others[0]
    if (a && b) this.compare({ as: 'differences', a, b })
  }

  /** All of them, or back to one. */
  toggle(): void {
    if (this.comparing.get()) this.back()
    else this.compare({ as: 'columns' })
  }

  look(earlier: Earlier): void {
    this.leaveWork()
    this.earlier.set(earlier)
  }

  /** The earlier state becomes the work: one step, that undo takes back. */
  restore(): void {
    const earlier = this.earlier.get()
    this.back()
    if (earlier) this.editor.annotation?.restore(earlier.result)
  }

  /** Back to the work. Says whether there was anything to leave. */
  back(): boolean {
    if (!this.isAway) return false
    if (this.comparing.get()) this.editor.settings.set({ viewAll: 'off' })
    this.comparing.set(undefined)
    this.earlier.set(undefined)
    const work = this.editor.work.get()
    if (work) work.annotation.held = this.editor.tabs.isHeld
    if (!this.editor.tabs.isHeld) work?.stopwatch.start()
    return true
  }

  private leaveWork(): void {
    const work = this.editor.work.get()
    this.editor.flushControls()
    if (!work) return
    work.annotation.bail()
    work.annotation.held = true
    work.stopwatch.stop()
    void work.drafts.flush()
  }
}
