/** What was said, by whom, and (in seconds) when: the utterances of a dialogue as a task carries them. */

import { asText, isObject, type Json } from '../../model'

export interface Utterance {
  readonly name: string
  readonly text: string
  /** Where it stands in the recording, if there is one. */
  readonly start: number | undefined
  readonly end: number | undefined
}

interface Keys {
  readonly nameKey: string
  readonly textKey: string
}

/** Undefined when it is no list of utterances; a list as JSON text will do. */
export function utterancesIn(value: Json | undefined, keys: Keys): Utterance[] | undefined {
  const list = typeof value === 'string' ? parsed(value) : value
  if (!Array.isArray(list)) return undefined
  const first = list[0]
  if (first !== undefined && !(isObject(first) && Object.hasOwn(first, keys.textKey))) return undefined
  return list.map((item) => utteranceOf(isObject(item) ? item : {}, keys))
}

function utteranceOf(item: { [key: string]: Json }, { nameKey, textKey }: Keys): Utterance {
  const [start, end, duration] = [seconds(item.start), seconds(item.end), seconds(item.duration)]
  const until = start === undefined || duration === undefined ? undefined : start + duration
  return { name: asText(item[nameKey]), text: asText(item[textKey]), start, end: end ?? until }
}

function seconds(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `1:04`, or `1:02:03` from the hour on. */
export function clock(time: number): string {
  const [hours, minutes, rest] = [Math.floor(time / 3600), Math.floor(time / 60) % 60, Math.floor(time) % 60]
  const two = (part: number): string => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** The utterance that is heard at a time, the one that began last: an utterance without an end lasts until the next. */
export function utteranceAt(utterances: readonly Utterance[], time: number): number | undefined {
  let found: number | undefined
  utterances.forEach(({ start, end }, index) => {
    if (start === undefined || start > time || (end !== undefined && end <= time)) return
    if (found === undefined || start >= (utterances[found]?.start ?? 0)) found = index
  })
  return found
}
