import { ApiError, type View, type ViewData } from '@labelwright/api'
import { completed } from './filters.ts'
import { type Change, changed, type TableView, toViewData } from './view.ts'

export const SAVE_AFTER = 600
/** 412: changed since it was read. */
const OVERTAKEN = 412

/** `unfinished`: what can be saved is, the rest is a condition that somebody still writes. `clash`: others changed the same. */
export type DraftState = 'waiting' | 'saving' | 'failed' | 'clash' | 'unfinished'

export interface Draft {
  /** The tab as it was when these changes were begun. */
  base: ViewData
  changes: Partial<TableView>
  state: DraftState
}

type Drafts = Readonly<Record<number, Draft>>

export interface TabServer {
  /** As it was last read, or written. */
  known: (tab: number) => View | undefined
  read: (data: ViewData) => TableView
  /** Fails with 412 where the tab is no longer as `before`. */
  save: (tab: number, data: ViewData, how: { before?: ViewData; isLeaving: boolean }) => Promise<void>
  readAgain: () => Promise<void>
  /** Drafts outlive a reload. */
  keep: (drafts: Drafts) => void
  onFailure: (error: unknown) => void
}

/** What is changed in saved tabs and not saved yet. It knows the last change at once, however many come before the next drawing. */
export class TabDrafts {
  private timers = new Map<number, ReturnType<typeof setTimeout>>()
  private saving = new Map<number, Promise<void>>()
  private listeners = new Set<() => void>()

  constructor(
    public server: TabServer,
    public drafts: Drafts = {},
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The tab with what was changed in it. */
  viewOf(tab: View): TableView {
    return { ...this.server.read(tab.data), ...this.drafts[tab.id]?.changes }
  }

  change(tab: View, change: Change): void {
    const known = this.server.known(tab.id) ?? tab
    const draft = this.drafts[tab.id] ?? { base: known.data, changes: {}, state: 'waiting' }
    const changes = { ...draft.changes, ...changed(this.viewOf(known), change) }
    const state = draft.state === 'clash' ? 'clash' : 'waiting'
    this.put(tab.id, { ...draft, changes, state })
    if (state === 'waiting') this.later(tab.id)
  }

  /** Tabs were read: what others changed meanwhile is taken over, or asked about; what could not be saved is tried again. */
  look(): void {
    for (const [id, draft] of Object.entries(this.drafts)) {
      const tab = Number(id)
      if (this.saving.has(tab) || !this.server.known(tab)) continue
      const clashes = this.clashes(tab, draft)
      if (clashes && draft.state !== 'clash') this.put(tab, { ...draft, state: 'clash' })
      const isLeft = draft.state === 'failed' || (draft.state === 'waiting' && !this.timers.has(tab))
      if (!clashes && (isLeft || draft.state === 'clash')) this.later(tab)
    }
  }

  /** Saves, or forgets, what clashes with the change of somebody else. */
  resolve(tab: number, whose: 'mine' | 'theirs'): Promise<void> {
    const [draft, known] = [this.drafts[tab], this.server.known(tab)]
    this.put(tab, whose === 'mine' && draft && known ? { ...draft, base: known.data, state: 'waiting' } : undefined)
    return this.now(tab)
  }

  forget(tab: number): void {
    this.stop(tab)
    this.put(tab, undefined)
  }

  /** All that waits is saved without waiting longer. */
  async flush(): Promise<void> {
    await Promise.all(Object.keys(this.drafts).map((tab) => this.now(Number(tab))))
  }

  /** The page may go: what is sent now arrives, even when nobody hears what came of it. */
  leave(): void {
    for (const tab of this.timers.keys()) void this.now(tab, true)
  }

  private later(tab: number): void {
    this.stop(tab)
    this.timers.set(
      tab,
      setTimeout(() => void this.now(tab), SAVE_AFTER),
    )
  }

  private stop(tab: number): void {
    clearTimeout(this.timers.get(tab))
    this.timers.delete(tab)
  }

  /** One after another, each from what the one before it left; who leaves cannot wait. */
  private async now(tab: number, isLeaving = false): Promise<void> {
    this.stop(tab)
    const before = this.saving.get(tab)
    const mine = before && !isLeaving ? before.then(() => this.save(tab)) : this.save(tab, { isLeaving })
    this.saving.set(tab, mine)
    await mine
    if (this.saving.get(tab) === mine) this.saving.delete(tab)
  }

  private async save(tab: number, { isLeaving = false, isSecond = false } = {}): Promise<void> {
    const [draft, known] = [this.drafts[tab], this.server.known(tab)]
    if (!draft || draft.state === 'clash' || draft.state === 'unfinished') return
    if (!known || this.clashes(tab, draft)) {
      this.put(tab, known && { ...draft, state: 'clash' })
      return
    }
    const data = toViewData(known.data.title, this.viewOf(known), known.data)
    try {
      if (!isSame(data, known.data)) {
        this.put(tab, { ...draft, state: 'saving' })
        // What is on its way already changes it as well.
        const isAlone = !isLeaving || !this.saving.has(tab)
        await this.server.save(tab, data, { isLeaving, ...(isAlone && { before: known.data }) })
      }
      this.settle(tab, draft.changes)
    } catch (error) {
      if (error instanceof ApiError && error.status === OVERTAKEN && !isSecond) {
        await this.server.readAgain()
        this.restate(tab, 'waiting')
        return this.save(tab, { isSecond: true })
      }
      // Said once; it is tried again as long as it is not saved.
      if (draft.state !== 'failed') this.server.onFailure(error)
      this.restate(tab, 'failed')
    }
  }

  /** What was sent is saved; what was changed meanwhile waits on, and what is not written to its end must not vanish under somebody's hands. */
  private settle(tab: number, sent: Partial<TableView>): void {
    const [draft, known] = [this.drafts[tab], this.server.known(tab)]
    if (!draft || !known) {
      this.put(tab, undefined)
      return
    }
    const isNew = (name: keyof TableView) => draft.changes[name] !== sent[name]
    const isOpen = (name: keyof TableView) =>
      name === 'filters' && draft.changes.filters && !isSame(completed(draft.changes.filters), draft.changes.filters)
    const left = namesOf(draft.changes).filter((name) => isNew(name) || isOpen(name))
    const changes = Object.fromEntries(left.map((name) => [name, draft.changes[name]]))
    const state = left.some(isNew) ? 'waiting' : 'unfinished'
    this.put(tab, left.length > 0 ? { base: known.data, changes, state } : undefined)
  }

  /** Whether somebody else has changed what is changed here, to something else. */
  private clashes(tab: number, { base, changes }: Draft): boolean {
    const known = this.server.known(tab)
    if (!known || isSame(known.data, base)) return false
    const [was, is] = [this.server.read(base), this.server.read(known.data)]
    return namesOf(changes).some((name) => !isSame(was[name], is[name]) && !isSame(changes[name], is[name]))
  }

  private restate(tab: number, state: DraftState): void {
    const draft = this.drafts[tab]
    if (draft) this.put(tab, { ...draft, state })
  }

  private put(tab: number, draft: Draft | undefined): void {
    const { [tab]: _, ...others } = this.drafts
    this.drafts = draft ? { ...others, [tab]: draft } : others
    this.server.keep(this.drafts)
    for (const listener of this.listeners) listener()
  }
}

const namesOf = (changes: Partial<TableView>) => Object.keys(changes) as (keyof TableView)[]

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

/** Databases may give names back in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
