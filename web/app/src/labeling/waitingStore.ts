import type { Waiting, WaitingStore } from './outbox.ts'

const DATABASE = 'labelwright-outbox'
const STORE = 'waiting'

function done<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const asked = indexedDB.open(DATABASE, 1)
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { autoIncrement: true })
  const database = await done(asked)
  const transaction = database.transaction(STORE, mode, { durability: 'strict' })
  transaction.addEventListener('complete', () => database.close())
  return transaction.objectStore(STORE)
}

/** Keys count up, so that what was handed over first is sent first. */
export const browserStore: WaitingStore = {
  all: async () => done((await store('readonly')).getAll() as IDBRequest<Waiting[]>),
  put: async (entry) => {
    const entries = await store('readwrite')
    const cursor = await find(entries, entry.unique_id)
    await done(cursor ? cursor.update(entry) : entries.add(entry))
  },
  remove: async (unique_id) => {
    const cursor = await find(await store('readwrite'), unique_id)
    if (cursor) await done(cursor.delete())
  },
}

function find(entries: IDBObjectStore, unique_id: string): Promise<IDBCursorWithValue | undefined> {
  return new Promise((resolve, reject) => {
    const asked = entries.openCursor()
    asked.onerror = () => reject(asked.error)
    asked.onsuccess = () => {
      const cursor = asked.result
      if (!cursor) resolve(undefined)
      else if ((cursor.value as Waiting).unique_id === unique_id) resolve(cursor)
      else cursor.continue()
    }
  })
}
