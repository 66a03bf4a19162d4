/** What a document says, control by control, in words and numbers that can be added up over many. */

import type { Config, Control } from './config'
import type { LabelDocument } from './document'
import { labelsIn, titleOfLabel } from './labels'
import type { Json } from './records'

/** How often each value occurs. */
export type Tally = ReadonlyMap<string, number>

/** Controls in the order of a summary: about the whole task, then labels, then about single regions. */
export function summaryControls(config: Config): Control[] {
  const rank = (control: Control): number => (control.labels ? 1 : control.scope === 'region' ? 2 : 0)
  return [...config.controls.values()].sort((a, b) => rank(a) - rank(b))
}

export function tallyOf(document: LabelDocument, control: Control): Tally {
  const counts = new Map<string, number>()
  for (const { value } of document.answersBy(control.name)) {
    const words = control.labels
      ? labelsIn(control, value).map((label) => titleOfLabel(control, label))
      : wordsOf(value).map((said) => control.byStored.get(said)?.value ?? said)
    for (const name of words) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return counts
}

export function addUp(tallies: Iterable<Tally>): Tally {
  const sum = new Map<string, number>()
  for (const tally of tallies) for (const [value, count] of tally) sum.set(value, (sum.get(value) ?? 0) + count)
  return new Map([...sum].sort(([, a], [, b]) => b - a))
}

/** The mean of values that are all numbers. */
export function meanOf(tally: Tally): number | undefined {
  let [sum, count] = [0, 0]
  for (const [value, times] of tally) {
    const number = Number(value)
    if (value.trim() === '' || !Number.isFinite(number)) return undefined
    sum += number * times
    count += times
  }
  return count === 0 ? undefined : sum / count
}

/** An answer as texts: one for each thing that was chosen or written. */
export function wordsOf(value: Json | undefined): string[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) {
    return value.flatMap((item) => (Array.isArray(item) ? item.map(String).join(' / ') : wordsOf(item)))
  }
  if (typeof value === 'object') return [JSON.stringify(value)]
  return [String(value)]
}
