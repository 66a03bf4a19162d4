/** Label Studio's events: their names, what they hand over, and those who listen. */

import type { HostAnnotation } from './annotation'
import type { CustomButton } from './buttons'
import type { HostRegion } from './region'
import type { HostStore } from './store'

interface Pressed {
  readonly isDirty: boolean
  readonly entity: HostAnnotation | undefined
}

export interface LabelStudioEvents {
  labelStudioLoad: [store: HostStore]
  storageInitialized: [store: HostStore]
  taskLoad: [store: HostStore]
  /** Return, or resolve to, `false` to keep the annotation from being saved. */
  beforeSaveAnnotation: [store: HostStore, annotation: HostAnnotation, about: { readonly event: string }]
  submitAnnotation: [store: HostStore, annotation: HostAnnotation]
  updateAnnotation: [store: HostStore, annotation: HostAnnotation, extra: Readonly<Record<string, never>>]
  submitDraft: [store: HostStore, annotation: HostAnnotation, params: Readonly<Record<string, never>>]
  deleteAnnotation: [store: HostStore, annotation: HostAnnotation]
  skipTask: [store: HostStore, extra: Readonly<Record<string, never>>]
  unskipTask: [store: HostStore]
  /** With the interface `review`. */
  acceptAnnotation: [store: HostStore, about: Pressed]
  rejectAnnotation: [store: HostStore, about: Pressed]
  groundTruth: [store: HostStore, annotation: HostAnnotation, value: boolean]
  selectAnnotation: [
    annotation: HostAnnotation,
    previous: HostAnnotation | undefined,
    about: { readonly fromViewAll: boolean },
  ]
  nextTask: [taskId: undefined, annotationId: undefined]
  prevTask: [taskId: undefined, annotationId: undefined]
  entityCreate: [region: HostRegion]
  entityDelete: [region: HostRegion]
  regionFinishedDrawing: [region: HostRegion, connected: readonly HostRegion[]]
  /** Return, or resolve to, the address to load. */
  presignUrlForProject: [store: HostStore, url: string]
  customButton: [store: HostStore, name: string, about: Pressed & { readonly button: CustomButton | undefined }]
}

export type EventName = keyof LabelStudioEvents
export type Listener<N extends EventName> = (...args: LabelStudioEvents[N]) => unknown

type AnyListener = (...args: never[]) => unknown

export class Emitter {
  private readonly listeners = new Map<string, Set<AnyListener>>()

  on(name: string, listener: AnyListener): void {
    const own = this.listeners.get(name) ?? new Set()
    this.listeners.set(name, own.add(listener))
  }

  /** Without a listener: all of this name. */
  off(name: string, listener?: AnyListener): void {
    if (listener) this.listeners.get(name)?.delete(listener)
    else this.listeners.delete(name)
  }

  has(name: EventName): boolean {
    return (this.listeners.get(name)?.size ?? 0) > 0
  }

  /** Tells; what a listener does wrong is the page's, and stops nothing here. */
  tell<N extends EventName>(name: N, ...args: LabelStudioEvents[N]): void {
    for (const listener of this.of(name)) {
      try {
        listener(...args)
      } catch (error) {
        reportError(error)
      }
    }
  }

  /** Waits for what all of them answer; fails as soon as one does. */
  async ask<N extends EventName>(name: N, ...args: LabelStudioEvents[N]): Promise<unknown[]> {
    return Promise.all(this.of(name).map(async (listener) => listener(...args)))
  }

  private of<N extends EventName>(name: N): Listener<N>[] {
    return [...(this.listeners.get(name) ?? [])] as unknown as Listener<N>[]
  }
}

/** The older way to listen: an option `onSubmitAnnotation` is a listener of `submitAnnotation`. */
export function listenersIn(options: object): [name: string, listener: AnyListener][] {
  return Object.entries(options).flatMap(([key, value]) => {
    const [, first, rest] = /^on([A-Z])(.*)$/.exec(key) ?? []
    return first && typeof value === 'function' ? [[first.toLowerCase() + rest, value as AnyListener]] : []
  })
}
