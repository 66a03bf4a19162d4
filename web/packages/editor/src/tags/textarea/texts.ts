/** The entries of a TextArea, as the wire has them. */

import type { Json } from '../../model'

export const textsIn = (value: Json | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

export const isKnown = (texts: readonly string[], text: string): boolean =>
  texts.some((it) => it.toLowerCase() === text.toLowerCase())

/** A longer stop than this is thinking about something else. */
const PAUSE_MS = 5000

/** How long somebody types, without the pauses. */
export class TypingClock {
  private last: number | undefined
  private spent = 0

  typed(now = performance.now()): void {
    if (this.last !== undefined && now - this.last < PAUSE_MS) this.spent += now - this.last
    this.last = now
  }

  /** The seconds since they were taken last. */
  take(): number {
    const seconds = this.spent / 1000
    this.spent = 0
    return seconds
  }
}
