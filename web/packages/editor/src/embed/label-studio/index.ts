/** The class that pages written for Label Studio's own editor use, on top of ours. */

import type { EventName, Listener } from './events'
import { Host } from './host'
import type { LabelStudioOptions } from './options'
import type { HostStore } from './store'

export type { HostAnnotation } from './annotation'
export type { HostAnnotations } from './annotations'
export type { CustomButton, CustomButtons } from './buttons'
export type { EventName, LabelStudioEvents, Listener } from './events'
export type { GivenUser, LabelStudioOptions } from './options'
export type { HostRegion } from './region'
export type { HostStore } from './store'
export type { GivenAnnotation, GivenPrediction, GivenTask } from './task'

export class LabelStudio {
  static readonly instances = new Set<LabelStudio>()

  static destroyAll(): void {
    for (const instance of [...LabelStudio.instances]) instance.destroy()
  }

  readonly root: HTMLElement
  private readonly host: Host

  /** `root` is an element or its id. */
  constructor(
    root: HTMLElement | string,
    readonly options: LabelStudioOptions = {},
  ) {
    this.root = elementOf(root)
    this.host = new Host(this.root, options)
    LabelStudio.instances.add(this)
    // How pages reached the store before there was `store`.
    Object.assign(globalThis, { Htx: this.store })
  }

  get store(): HostStore {
    return this.host.store
  }

  on<N extends EventName>(name: N, listener: Listener<N>): void {
    this.host.emitter.on(name, listener)
    this.host.refresh()
  }

  /** Without a listener: all of this name. */
  off<N extends EventName>(name: N, listener?: Listener<N>): void {
    this.host.emitter.off(name, listener)
    this.host.refresh()
  }

  destroy(): void {
    if (!LabelStudio.instances.delete(this)) return
    this.host.destroy()
    if (Reflect.get(globalThis, 'Htx') === this.store) Reflect.deleteProperty(globalThis, 'Htx')
  }
}

function elementOf(root: HTMLElement | string): HTMLElement {
  const element = typeof root === 'string' ? document.getElementById(root) : root
  if (!element) throw new TypeError(`No element has the id ${JSON.stringify(root)}.`)
  return element
}
