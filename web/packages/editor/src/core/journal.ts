/**
 * The local crash journal: what is not yet known to be on the server, kept in the browser from the moment it is done.
 * An entry goes when the server has confirmed the work.
 */

import { sameJson, type WireItem } from '../model'
import type { WireAnnotation } from './options'

export interface JournalEntry {
  readonly result: readonly WireItem[]
  /** Milliseconds since 1970. */
  readonly savedAt: number
  readonly leadTime: number
  readonly draftId?: number
  readonly parentPrediction?: number
  readonly parentAnnotation?: number
}

export interface Journal {
  load: (key: string) => Promise<JournalEntry | undefined>
  save: (key: string, entry: JournalEntry) => Promise<void>
  remove: (key: string) => Promise<void>
}

/** Whether one of this person's annotations is that work: ids of results are made once. */
export function isTaken(left: JournalEntry, annotations: readonly WireAnnotation[], user: number | undefined): boolean {
  const own = annotations.filter((it) => it.completed_by === user && it.id !== left.parentAnnotation)
  return left.result.length > 0 && own.some((it) => sameJson([...it.result], [...left.result]))
}

const DATABASE = 'labelwright-journal'
const STORE = 'entries'

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open(DATABASE, 1)
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
  return request(asked)
}

/** The journal in IndexedDB. `scope` keeps the work of two people at one browser apart. */
export function indexedDbJournal(scope: string): Journal {
  let opened: Promise<IDBDatabase> | undefined
  const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => {
    opened ??= open()
    try {
      return (await opened).transaction(STORE, mode, { durability: 'relaxed' }).objectStore(STORE)
    } catch (error) {
      // The connection may have been closed under us (storage cleared): the next call opens it anew.
      opened = undefined
      throw error
    }
  }
  const keyed = (key: string): string => `${scope}/${key}`
  return {
    load: async (key) => request((await store('readonly')).get(keyed(key)) as IDBRequest<JournalEntry | undefined>),
    save: async (key, entry) => void (await request((await store('readwrite')).put(entry, keyed(key)))),
    remove: async (key) => void (await request((await store('readwrite')).delete(keyed(key)))),
  }
}

/** A journal that forgets with the page: for previews, and for tests. */
export function memoryJournal(entries = new Map<string, JournalEntry>()): Journal {
  return {
    load: async (key) => entries.get(key),
    save: async (key, entry) => void entries.set(key, entry),
    remove: async (key) => void entries.delete(key),
  }
}
