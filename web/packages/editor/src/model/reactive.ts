/**
 * The little that a view needs in order to follow state: a value to read and a way to hear that it changed. The shape
 * is that of React's `useSyncExternalStore`, so `get` returns the same reference until the value changes.
 */

export type Unsubscribe = () => void

export interface Readable<T> {
  get: () => T
  subscribe: (listener: () => void) => Unsubscribe
}

export class Listeners<Args extends readonly unknown[] = []> {
  private readonly listeners = new Set<(...args: Args) => void>()

  add(listener: (...args: Args) => void): Unsubscribe {
    // Wrapped, so that the same function added twice is two subscriptions and is released one by one.
    const own = (...args: Args): void => listener(...args)
    this.listeners.add(own)
    return () => void this.listeners.delete(own)
  }

  notify(...args: Args): void {
    for (const listener of [...this.listeners]) listener(...args)
  }

  get size(): number {
    return this.listeners.size
  }
}

/** Listeners by key: a change reaches those who look at what changed, however many look at something else. */
export class KeyedListeners {
  private readonly byKey = new Map<string, Listeners>()

  add(key: string, listener: () => void): Unsubscribe {
    const own = this.byKey.get(key) ?? new Listeners()
    this.byKey.set(key, own)
    const remove = own.add(listener)
    return () => {
      remove()
      if (own.size === 0 && this.byKey.get(key) === own) this.byKey.delete(key)
    }
  }

  notify(keys: Iterable<string>): void {
    if (this.byKey.size === 0) return
    for (const key of keys) this.byKey.get(key)?.notify()
  }
}

/** A value that says when it is replaced. */
export class Atom<T> implements Readable<T> {
  private value: T
  private readonly listeners = new Listeners()

  constructor(value: T) {
    this.value = value
  }

  get = (): T => this.value

  set(value: T): void {
    if (Object.is(value, this.value)) return
    this.value = value
    this.listeners.notify()
  }

  subscribe = (listener: () => void): Unsubscribe => this.listeners.add(listener)
}

const NONE: ReadonlySet<string> = new Set()

/** A set of ids where each id can be followed on its own: selecting one of 10,000 rows wakes one row. */
export class IdSet implements Readable<ReadonlySet<string>> {
  private ids: ReadonlySet<string> = NONE
  private readonly listeners = new Listeners()
  private readonly byId = new KeyedListeners()

  get = (): ReadonlySet<string> => this.ids

  get size(): number {
    return this.ids.size
  }

  has(id: string): boolean {
    return this.ids.has(id)
  }

  set(ids: Iterable<string>): void {
    const next = new Set(ids)
    const changed: string[] = []
    for (const id of this.ids) if (!next.has(id)) changed.push(id)
    for (const id of next) if (!this.ids.has(id)) changed.push(id)
    if (changed.length === 0) return
    this.ids = next
    this.byId.notify(changed)
    this.listeners.notify()
  }

  add(...ids: string[]): void {
    this.set([...this.ids, ...ids])
  }

  remove(...ids: string[]): void {
    if (!ids.some((id) => this.ids.has(id))) return
    const next = new Set(this.ids)
    for (const id of ids) next.delete(id)
    this.set(next)
  }

  toggle(id: string): void {
    if (this.ids.has(id)) this.remove(id)
    else this.add(id)
  }

  clear(): void {
    this.set(NONE)
  }

  subscribe = (listener: () => void): Unsubscribe => this.listeners.add(listener)

  /** Whether one id is in the set, followed alone. */
  member(id: string): Readable<boolean> {
    return { get: () => this.ids.has(id), subscribe: (listener) => this.byId.add(id, listener) }
  }
}
