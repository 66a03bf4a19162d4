/**
 * Records by a key they have in common (the answers of a region, the regions of an object), kept up to date from diffs.
 * A group's list is the same reference until one of its records changes.
 */

import { KeyedListeners, type Readable } from './reactive'
import type { Diff, DocRecord } from './records'
import type { Store } from './store'

const NONE: readonly never[] = []

export class Grouping<R extends DocRecord> {
  private readonly ids = new Map<string, Set<string>>()
  private readonly lists = new Map<string, readonly R[]>()
  private readonly listeners = new KeyedListeners()
  private readonly store: Store
  private readonly is: (record: DocRecord) => record is R
  private readonly keysOf: (record: R) => readonly string[]

  /** `keysOf` must depend on the record alone; a record may be in several groups. */
  constructor(store: Store, is: (record: DocRecord) => record is R, keysOf: (record: R) => readonly string[]) {
    this.store = store
    this.is = is
    this.keysOf = keysOf
    for (const record of store.doc.values()) this.join(record)
    store.follow((diff) => this.follow(diff))
  }

  /** The group in saving order. While a transaction runs it is the group from before, without what is gone. */
  of(key: string): readonly R[] {
    const ids = this.ids.get(key)
    if (!ids) return NONE
    const known = this.lists.get(key)
    if (known) return known
    const list = [...ids]
      .sort((a, b) => this.store.rank(a) - this.store.rank(b))
      .flatMap((id) => (this.store.get(id) as R | undefined) ?? [])
    if (!this.store.isOpen) this.lists.set(key, list)
    return list
  }

  count(key: string): number {
    return this.ids.get(key)?.size ?? 0
  }

  private follow(diff: Diff): () => void {
    const changed = new Set<string>()
    for (const [, record] of diff.removed) this.leave(record, changed)
    for (const [, [before, after]] of diff.updated) {
      this.leave(before, changed)
      this.join(after, changed)
    }
    for (const [, record] of diff.added) this.join(record, changed)
    for (const [id] of diff.moved) for (const key of this.keys(this.store.get(id))) changed.add(key)
    for (const key of changed) this.lists.delete(key)
    return () => this.listeners.notify(changed)
  }

  group(key: string): Readable<readonly R[]> {
    return { get: () => this.of(key), subscribe: (listener) => this.listeners.add(key, listener) }
  }

  private keys(record: DocRecord | undefined): readonly string[] {
    return record && this.is(record) ? this.keysOf(record) : NONE
  }

  private join(record: DocRecord, changed?: Set<string>): void {
    for (const key of this.keys(record)) {
      const ids = this.ids.get(key)
      if (ids) ids.add(record.id)
      else this.ids.set(key, new Set([record.id]))
      changed?.add(key)
    }
  }

  private leave(record: DocRecord, changed: Set<string>): void {
    for (const key of this.keys(record)) {
      const ids = this.ids.get(key)
      ids?.delete(record.id)
      if (ids?.size === 0) this.ids.delete(key)
      changed.add(key)
    }
  }
}
