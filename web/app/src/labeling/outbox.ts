/**
 * Answers that were handed over while nobody could take them. They wait in the browser's database, so that closing the
 * page loses nothing, and are sent in their order when the server is back. Sending twice is harmless: each carries the
 * `unique_id` that the server stores once.
 */

import { type AnnotationFields, ApiError, createAnnotation, OfflineError, updateAnnotation } from '@labelwright/api'

/** 412: changed since it was read. */
export const OVERTAKEN = 412

export interface Waiting {
  readonly unique_id: string
  readonly user: number
  readonly task: number
  readonly annotation?: number
  readonly fields: AnnotationFields
  /** The `updated_at` of the annotation that was changed: who changed it later is not overwritten unasked. */
  readonly basedOn?: string
  /** Why the server will not take it; trying again by itself makes no sense. */
  readonly refused?: string
  /** It was refused because somebody was faster; sent again it takes their place. */
  readonly overtaken?: true
}

export interface WaitingStore {
  all: () => Promise<Waiting[]>
  put: (entry: Waiting) => Promise<void>
  remove: (unique_id: string) => Promise<void>
}

export type Send = (entry: Waiting) => Promise<void>

export class Outbox {
  private entries: readonly Waiting[] = []
  private readonly listeners = new Set<() => void>()
  private sending: Promise<void> | undefined
  private loaded: Promise<void> | undefined

  constructor(
    private readonly store: WaitingStore,
    private readonly user: number,
    private readonly send: Send = sendToServer,
  ) {}

  get waiting(): readonly Waiting[] {
    return this.entries
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** What an earlier visit left. */
  load(): Promise<void> {
    this.loaded ??= this.store.all().then((all) => {
      const known = new Set(this.entries.map((entry) => entry.unique_id))
      this.set([...all.filter((entry) => entry.user === this.user && !known.has(entry.unique_id)), ...this.entries])
    })
    return this.loaded
  }

  async add(entry: Waiting): Promise<void> {
    const earlier = this.entries.find((one) => supersedes(entry, one))
    const { basedOn = entry.basedOn } = earlier ?? {}
    const kept: Waiting = basedOn === undefined ? entry : { ...entry, basedOn }
    await this.store.put(kept)
    if (earlier) await this.store.remove(earlier.unique_id)
    this.set([...this.entries.filter((one) => one !== earlier && one.unique_id !== entry.unique_id), kept])
  }

  async discard(unique_id: string): Promise<void> {
    await this.store.remove(unique_id)
    this.set(this.entries.filter((entry) => entry.unique_id !== unique_id))
  }

  /** Sends what was overtaken, whatever stands there now: the history keeps it. */
  async insist(unique_id: string): Promise<void> {
    const entry = this.entries.find((one) => one.unique_id === unique_id)
    if (!entry) return
    const { refused: _, overtaken: __, basedOn: ___, ...again } = entry
    await this.add(again)
    await this.flush()
  }

  /** Sends what waits, one after the other; stops at the first one that gets no answer. */
  flush(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => {
      this.sending = undefined
    })
    return this.sending
  }

  private async sendAll(): Promise<void> {
    await this.load()
    for (const entry of this.entries) {
      if (entry.refused !== undefined) continue
      try {
        await this.send(entry)
        await this.discard(entry.unique_id)
      } catch (error) {
        if (!(error instanceof ApiError) || error.status >= 500) return
        const overtaken = error.status === OVERTAKEN ? ({ overtaken: true } as const) : {}
        await this.add({ ...entry, refused: error.message, ...overtaken })
      }
    }
  }

  private set(entries: readonly Waiting[]): void {
    this.entries = entries
    for (const listener of this.listeners) listener()
  }
}

/** Of two changes of one annotation that nobody has seen yet only the later counts. */
const supersedes = (entry: Waiting, one: Waiting): boolean =>
  entry.annotation !== undefined && one.annotation === entry.annotation && one.unique_id !== entry.unique_id

/** A conflict on the same `unique_id` says that it arrived the first time. */
export async function sendToServer({ task, annotation, fields, basedOn }: Waiting): Promise<void> {
  try {
    if (annotation === undefined) await createAnnotation(task, fields)
    else await updateAnnotation(annotation, fields, basedOn)
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 409)) throw error
  }
}

/** Sends now, or keeps it for later when there is nobody to send it to. Refusals are the caller's to show. */
export async function sendOrKeep(outbox: Outbox, entry: Waiting, send: Send = sendToServer): Promise<'sent' | 'kept'> {
  try {
    await send(entry)
    return 'sent'
  } catch (error) {
    if (!(error instanceof OfflineError)) throw error
    await outbox.add(entry)
    return 'kept'
  }
}
