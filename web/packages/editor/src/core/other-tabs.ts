/**
 * Tabs of one person that have the same task open know of one another. The person chooses where to go on; everywhere
 * else the task can only be looked at, and what was done there is on the server first.
 */

import { Atom } from '../model'
import type { TaskEditor } from './task-editor'

/** `shared`: open elsewhere too. `held`: the work goes on elsewhere. */
export type TabState = 'alone' | 'shared' | 'held'

type Message = { readonly from: string } & (
  | { readonly kind: 'hello' | 'here' | 'claim' | 'bye' }
  /** What was done there is saved. */
  | { readonly kind: 'released'; readonly to: string }
)

/** A tab that does not answer in so many milliseconds is gone, or asleep with nothing to save. */
const PATIENCE = 2000

export class OtherTabs {
  readonly state = new Atom<TabState>('alone')
  private channel: BroadcastChannel | undefined
  private readonly others = new Set<string>()
  private readonly awaited = new Set<string>()
  private allReleased: (() => void) | undefined

  constructor(private readonly editor: TaskEditor) {}

  get isHeld(): boolean {
    return this.state.get() === 'held'
  }

  open(): void {
    const { task, user, readOnly } = this.editor.options.get()
    if (task.id === undefined || !user || readOnly || typeof BroadcastChannel === 'undefined') return
    this.channel = new BroadcastChannel(`labelwright:task:${user.id}/${task.id}`)
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => void this.hear(data)
    this.say({ kind: 'hello' })
  }

  close(): void {
    this.say({ kind: 'bye' })
    this.channel?.close()
    this.channel = undefined
  }

  /** The person goes on in this tab. */
  async workHere(): Promise<void> {
    const wasHeld = this.isHeld
    const released = this.releaseOfOthers()
    this.say({ kind: 'claim' })
    await released
    this.state.set('alone')
    this.editor.hold(false)
    // What was done in the other tab is not here yet; where something was done here too, that stays.
    if (wasHeld || !this.editor.isTouched) this.editor.options.get().on?.reopen?.()
  }

  private releaseOfOthers(): Promise<void> {
    for (const other of this.others) this.awaited.add(other)
    if (this.awaited.size === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PATIENCE)
      this.allReleased = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  private async hear(message: Message): Promise<void> {
    const { from, kind } = message
    if (kind === 'bye') this.others.delete(from)
    else this.others.add(from)
    if (kind === 'hello') this.say({ kind: 'here' })
    if (kind === 'claim') await this.release(from)
    if (kind === 'bye' || (kind === 'released' && message.to === this.editor.id)) this.heardFrom(from)
    if (!this.isHeld && kind !== 'released') this.state.set(this.others.size > 0 ? 'shared' : 'alone')
  }

  private async release(to: string): Promise<void> {
    this.state.set('held')
    await this.editor.flush()
    this.editor.hold(true)
    this.say({ kind: 'released', to })
  }

  private heardFrom(other: string): void {
    this.awaited.delete(other)
    if (this.awaited.size === 0) this.allReleased?.()
  }

  private say(message: Message extends infer M ? (M extends Message ? Omit<M, 'from'> : never) : never): void {
    this.channel?.postMessage({ ...message, from: this.editor.id })
  }
}
