/**
 * Keeps one annotation's unsaved work: in the local journal a blink later, and on the server by a trailing throttle. A failed
 * save is tried again, later and later; nothing is dropped until the server has confirmed it.
 */

import { Atom, allWritten } from '../model'
import type { Journal, JournalEntry } from './journal'
import type { DraftInput } from './options'

export type DraftState =
  | { readonly kind: 'clean' }
  /** Changed, in the journal, not yet sent. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  /** Not on the server; it will be tried again. */
  | { readonly kind: 'failed'; readonly message: string }

export interface DraftSource {
  /** The work as it stands now. */
  snapshot: () => Omit<DraftInput, 'id'>
  draftId: () => number | undefined
  stored: (draftId: number) => void
}

export interface DraftOptions {
  readonly journal: Journal
  readonly key: string
  readonly save: ((draft: DraftInput) => Promise<{ id: number }>) | undefined
  /** The documented five seconds. */
  readonly delay?: number
}

const DELAY = 5_000
const LONGEST_DELAY = 60_000

/** Before the journal is written, in milliseconds: the page shows first what was done. */
const BREATH = 40
/** Between two writes, in times of what one took: a large document is not forever being written while it is dragged. */
const REST = 8
const LONGEST_REST = 2_000

export class DraftKeeper {
  readonly state = new Atom<DraftState>({ kind: 'clean' })
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | undefined
  private journalling: Promise<void> | undefined
  private journalDirty = false
  private restUntil = 0
  /** Ends the wait before the next write of the journal. */
  private hurry: (() => void) | undefined
  /** Counts changes, so that a save knows whether more came while it ran. */
  private changes = 0
  private sent = 0
  private failures = 0
  private stopped = false

  constructor(
    private readonly source: DraftSource,
    private readonly options: DraftOptions,
  ) {}

  /** Work that the server does not have. */
  get unsynced(): boolean {
    return !this.stopped && this.changes > this.sent
  }

  /** Something changed: into the journal as soon as it is on screen, to the server soon. */
  changed(): void {
    if (this.stopped) return
    this.changes += 1
    this.record()
    if (!this.options.save) return
    if (this.state.get().kind !== 'failed' && !this.running) this.state.set({ kind: 'pending' })
    this.schedule(this.wait())
  }

  /** Sends what is not sent yet. Resolves when done or failed; a failure stays in `state`. */
  async flush(): Promise<void> {
    this.unschedule()
    this.hurry?.()
    while (this.running) await this.running
    if (!this.unsynced || !this.options.save) return this.journalled()
    this.running = this.send(this.options.save)
    await this.running
  }

  /** The connection is back: no need to wait for the timer. */
  retryNow(): void {
    if (this.state.get().kind === 'failed') void this.flush()
  }

  /** From here on nothing is saved: the work was submitted. */
  async finish(): Promise<void> {
    this.pause()
    this.journalDirty = false
    await this.journalled()
    await this.options.journal.remove(this.options.key).catch(() => undefined)
    this.sent = this.changes
    this.state.set({ kind: 'clean' })
  }

  /** Holds saving while a submission runs. */
  pause(): void {
    this.stopped = true
    this.unschedule()
  }

  resume(): void {
    this.stopped = false
    if (this.journalDirty) this.record()
    if (this.unsynced) this.schedule(this.wait())
  }

  /** Settled: neither the journal nor the server is being written. */
  async idle(): Promise<void> {
    await this.journalled()
    await this.running
  }

  dispose(): void {
    this.pause()
  }

  private wait(): number {
    const delay = this.options.delay ?? DELAY
    return Math.min(delay * 2 ** this.failures, LONGEST_DELAY)
  }

  private schedule(delay: number): void {
    this.timer ??= setTimeout(async () => {
      await allWritten()
      this.timer = undefined
      if (!this.stopped) await this.flush()
    }, delay)
  }

  private unschedule(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private async send(save: NonNullable<DraftOptions['save']>): Promise<void> {
    const upTo = this.changes
    const id = this.source.draftId()
    this.state.set({ kind: 'saving' })
    try {
      const stored = await save({ ...this.source.snapshot(), ...(id === undefined ? {} : { id }) })
      this.source.stored(stored.id)
      this.sent = upTo
      this.failures = 0
      this.state.set(this.unsynced ? { kind: 'pending' } : { kind: 'saved', at: Date.now() })
      await this.journalled()
      if (!this.unsynced) await this.options.journal.remove(this.options.key).catch(() => undefined)
    } catch (error) {
      this.failures += 1
      this.state.set({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    } finally {
      this.running = undefined
      if (this.unsynced) this.schedule(this.wait())
    }
  }

  /** Writes the journal, never two at once; changes during a write are written by the next one. */
  private record(): void {
    this.journalDirty = true
    this.journalling ??= this.writeJournal()
  }

  private async writeJournal(): Promise<void> {
    while (this.journalDirty && !this.stopped) {
      const isHurried = await this.rest(Math.max(BREATH, this.restUntil - performance.now()))
      if (!isHurried) await allWritten()
      if (!this.journalDirty || this.stopped) break
      this.journalDirty = false
      const began = performance.now()
      await this.options.journal.save(this.options.key, this.entry()).catch(() => undefined)
      const now = performance.now()
      this.restUntil = now + Math.min(LONGEST_REST, REST * (now - began))
    }
    this.journalling = undefined
  }

  /** Says whether somebody could not wait. */
  private async rest(delay: number): Promise<boolean> {
    const isHurried = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), delay)
      this.hurry = () => {
        clearTimeout(timer)
        resolve(true)
      }
    })
    this.hurry = undefined
    return isHurried
  }

  /** The journal has what it will have, without waiting for its turn. */
  private async journalled(): Promise<void> {
    this.hurry?.()
    await this.journalling
  }

  private entry(): JournalEntry {
    const { result, lead_time, parent_prediction, parent_annotation } = this.source.snapshot()
    const draftId = this.source.draftId()
    return {
      result,
      savedAt: Date.now(),
      leadTime: lead_time,
      ...(draftId === undefined ? {} : { draftId }),
      ...(parent_prediction === undefined ? {} : { parentPrediction: parent_prediction }),
      ...(parent_annotation === undefined ? {} : { parentAnnotation: parent_annotation }),
    }
  }
}
