/**
 * The document as records by id. Every write is a transaction that yields a diff; nothing else changes state.
 *
 * The records live in one mutable map: a transaction costs what it touches, not what there is. Whoever needs the whole
 * document asks for `doc`, an immutable snapshot in saving order that is made when asked for and kept until the next
 * change.
 */

import { emptyDiff, isEmpty, type MutableDiff, noteChange, noteMove, replay } from './diff'
import { KeyedListeners, Listeners, type Readable, type Unsubscribe } from './reactive'
import type { Diff, Doc, DocRecord, Source } from './records'

export interface Transaction {
  get: (id: string) => DocRecord | undefined
  has: (id: string) => boolean
  /** Adds a record, or replaces the one of the same id. */
  put: (record: DocRecord) => void
  /** Replaces a record by what `change` makes of it; nothing happens when there is no such record. */
  update: (id: string, change: (record: DocRecord) => DocRecord) => void
  remove: (id: string) => void
  /** Moves records, in the order given, to just before another one, or to the end. */
  move: (ids: readonly string[], before: string | undefined) => void
}

export type StoreListener = (diff: Diff, source: Source) => void

/** Brings a derived value up to date, and returns how to tell those who look at it. */
export type Follower = (diff: Diff) => (() => void) | undefined

export class Store {
  private readonly records = new Map<string, DocRecord>()
  /** Saving order. A removed record keeps its rank, so that undo puts it back in its place. */
  private readonly ranks = new Map<string, number>()
  private nextRank = 0
  private snapshot: Doc | undefined
  private current: { readonly diff: MutableDiff; readonly source: Source } | undefined
  private readonly followers: Follower[] = []
  private readonly listeners = new Listeners<[Diff, Source]>()
  private readonly byRecord = new KeyedListeners()
  private changes = 0

  constructor(records: Iterable<DocRecord> = []) {
    for (const record of records) this.write(record.id, record)
  }

  get size(): number {
    return this.records.size
  }

  /** Rises with each transaction that changed something. */
  get version(): number {
    return this.changes
  }

  /** Whether a transaction is running. */
  get isOpen(): boolean {
    return this.current !== undefined
  }

  get = (id: string): DocRecord | undefined => this.records.get(id)

  has(id: string): boolean {
    return this.records.has(id)
  }

  /** Position in saving order, comparable with that of other records. */
  rank(id: string): number {
    return this.ranks.get(id) ?? Number.POSITIVE_INFINITY
  }

  /** An immutable snapshot in saving order; the same reference until the next change. */
  get doc(): Doc {
    this.snapshot ??= this.takeSnapshot()
    return this.snapshot
  }

  /**
   * Runs `change` as one transaction and tells everybody once, at its end. If it throws nothing has happened. A
   * transaction inside another one belongs to that one.
   */
  transact(options: { readonly source: Source }, change: (tx: Transaction) => void): Diff {
    if (this.current) {
      change(this.transaction(this.current.diff))
      return this.current.diff
    }
    const diff = emptyDiff()
    this.current = { diff, source: options.source }
    try {
      change(this.transaction(diff))
    } catch (error) {
      this.rollBack(diff)
      throw error
    } finally {
      this.current = undefined
    }
    if (isEmpty(diff)) return diff
    this.changes += 1
    this.snapshot = undefined
    // First everything that is derived, then those who read it: nobody sees half of a change.
    const tell = this.followers.map((follow) => follow(diff))
    this.listeners.notify(diff, options.source)
    for (const one of tell) one?.()
    this.byRecord.notify(touched(diff))
    return diff
  }

  /** Applies a diff made earlier. Records that are gone meanwhile stay gone. */
  apply(diff: Diff, options: { readonly source: Source }): Diff {
    return this.transact(options, (tx) => {
      for (const [id] of diff.removed) tx.remove(id)
      for (const [id, [before, after]] of diff.updated) tx.update(id, (now) => replay(now, before, after))
      for (const [, record] of diff.added) tx.put(record)
      for (const [id, [, rank]] of diff.moved) this.place(id, rank)
    })
  }

  subscribe = (listener: StoreListener): Unsubscribe => this.listeners.add(listener)

  /** For values derived from the document, which live as long as it does. */
  follow(follower: Follower): void {
    this.followers.push(follower)
  }

  /** One record, followed alone. */
  record(id: string): Readable<DocRecord | undefined> {
    return { get: () => this.records.get(id), subscribe: (listener) => this.byRecord.add(id, listener) }
  }

  /**
   * A value computed from the document, kept until a diff that matters. Without `matters` every diff does; with it a
   * list of ids, say, need not be made anew because one box moved.
   */
  derive<T>(compute: (store: Store) => T, matters: (diff: Diff) => boolean = () => true): Readable<T> {
    let value: { readonly of: T } | undefined
    const listeners = new Listeners()
    this.follow((diff) => {
      if (!matters(diff)) return undefined
      value = undefined
      return () => listeners.notify()
    })
    return {
      get: () => {
        value ??= { of: compute(this) }
        return value.of
      },
      subscribe: (listener) => listeners.add(listener),
    }
  }

  private transaction(diff: MutableDiff): Transaction {
    const put = (id: string, record: DocRecord | undefined): void => {
      const before = this.records.get(id)
      if (before === record) return
      this.write(id, record)
      noteChange(diff, id, before, record)
    }
    return {
      get: this.get,
      has: (id) => this.records.has(id),
      put: (record) => put(record.id, record),
      update: (id, change) => {
        const record = this.records.get(id)
        if (record) put(id, change(record))
      },
      remove: (id) => put(id, undefined),
      move: (ids, before) => this.moveBefore(ids, before),
    }
  }

  private write(id: string, record: DocRecord | undefined): void {
    if (!record) {
      this.records.delete(id)
      return
    }
    this.records.set(id, record)
    if (!this.ranks.has(id)) this.ranks.set(id, this.nextRank++)
  }

  private rollBack(diff: Diff): void {
    for (const [id] of diff.added) this.write(id, undefined)
    for (const [id, [before]] of diff.updated) this.write(id, before)
    for (const [id, record] of diff.removed) this.write(id, record)
    for (const [id, [before]] of diff.moved) this.ranks.set(id, before)
  }

  private moveBefore(ids: readonly string[], before: string | undefined): void {
    const moving = new Set(ids)
    const others = [...this.inOrder()].filter((id) => !moving.has(id))
    const at = before === undefined ? others.length : others.indexOf(before)
    if (at < 0) return
    const low = at > 0 ? this.rank(others[at - 1] as string) : -1
    const high = at < others.length ? this.rank(others[at] as string) : this.nextRank++
    const gap = (high - low) / (ids.length + 1)
    for (const [index, id] of ids.entries()) this.place(id, low + gap * (index + 1))
  }

  private place(id: string, rank: number): void {
    const before = this.ranks.get(id)
    if (!this.current || before === undefined || before === rank) return
    this.ranks.set(id, rank)
    noteMove(this.current.diff, id, before, rank)
  }

  private inOrder(): string[] {
    return [...this.records.keys()].sort((a, b) => this.rank(a) - this.rank(b))
  }

  private takeSnapshot(): Doc {
    let last = Number.NEGATIVE_INFINITY
    let ordered = true
    for (const id of this.records.keys()) {
      const rank = this.rank(id)
      if (rank < last) ordered = false
      last = rank
    }
    if (ordered) return new Map(this.records)
    return new Map(this.inOrder().map((id) => [id, this.records.get(id) as DocRecord]))
  }
}

/** Every id a diff speaks of. */
export function* touched(diff: Diff): Iterable<string> {
  yield* diff.added.keys()
  yield* diff.updated.keys()
  yield* diff.removed.keys()
  yield* diff.moved.keys()
}
