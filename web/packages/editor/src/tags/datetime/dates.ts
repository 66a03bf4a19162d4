/**
 * Dates as a config wants them stored, and as fields take them. They are what a clock on the wall shows, without a
 * zone: reckoned as if all clocks stood in Greenwich, so that no change to summer time can move one.
 */

import { utcFormat, utcParse } from 'd3-time-format'
import { splitList } from '../../model'

/** What is asked for. */
export type Kind = 'datetime' | 'date' | 'time' | 'month-year' | 'month' | 'year'

export function kindOf(only: string | undefined): Kind {
  const parts = new Set(splitList((only ?? '').toLowerCase()))
  if (parts.has('date') || (!parts.has('month') && !parts.has('year'))) {
    if (parts.has('date') === parts.has('time')) return 'datetime'
    return parts.has('date') ? 'date' : 'time'
  }
  if (parts.has('month')) return parts.has('year') ? 'month-year' : 'month'
  return 'year'
}

/** What is stored where no format is given, and what fields of the browser take. */
const STANDARD: Readonly<Record<Kind, string>> = {
  datetime: '%Y-%m-%dT%H:%M',
  date: '%Y-%m-%d',
  time: '%H:%M',
  'month-year': '%Y-%m',
  month: '%m',
  year: '%Y',
}

/** Letters of strftime that stand for several others. */
const SHORT: Readonly<Record<string, string>> = {
  F: '%Y-%m-%d',
  T: '%H:%M:%S',
  R: '%H:%M',
  D: '%m/%d/%y',
  h: '%b',
}

/** The format that values are stored in. Times are always hours and minutes. */
export function formatOf(kind: Kind, format: string | undefined): string {
  if (!format || kind === 'time') return STANDARD[kind]
  return format.replace(/%([%A-Za-z])/g, (written, letter: string) => SHORT[letter] ?? written)
}

export const asksSeconds = (format: string): boolean => /%[SLf]/.test(format)

const fieldFormat = (kind: Kind, format: string): string =>
  kind === 'datetime' && asksSeconds(format) ? `${STANDARD[kind]}:%S` : STANDARD[kind]

const ISO = ['%Y-%m-%dT%H:%M', '%Y-%m-%dT%H:%M:%S', '%Y-%m-%d'] as const

/** A stored value as the field takes it; undefined when it is no date. ISO is read whatever the format. */
export function toField(stored: string, kind: Kind, format: string): string | undefined {
  for (const one of [format, STANDARD[kind], ...ISO]) {
    const date = utcParse(one)(stored)
    if (date) return utcFormat(fieldFormat(kind, format))(date)
  }
  return undefined
}

/** What a field says, as it is stored; undefined when it says nothing. */
export function fromField(text: string, kind: Kind, format: string): string | undefined {
  const date = utcParse(fieldFormat(kind, format))(text) ?? utcParse(STANDARD[kind])(text)
  return date ? utcFormat(format)(date) : undefined
}

/** A limit as fields take it: an ISO date, a year or `current`. A year as the latest date means its last day. */
export function limitFor(limit: string | undefined, kind: Kind, end: 'min' | 'max', now: Date): string | undefined {
  const text = limit?.trim() === 'current' ? String(now.getFullYear()) : limit?.trim()
  if (!text) return undefined
  if (kind === 'time') return text
  const whole = /^\d{4}$/.test(text) ? `${text}-${end === 'min' ? '01-01' : '12-31'}` : text
  if (kind === 'datetime') return whole.includes('T') ? whole : `${whole}T${end === 'min' ? '00:00' : '23:59'}`
  return whole.slice(0, 10)
}

interface Limits {
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** Which limit a date in the form of its field passes. A month counts as its first day, months alone have none. */
export function passedLimit(
  field: string,
  kind: Kind,
  { min, max }: Limits,
  now: Date,
): { readonly code: 'too-early' | 'too-late'; readonly limit: string } | undefined {
  if (kind === 'month') return undefined
  const [least, most] = [limitFor(min, kind, 'min', now), limitFor(max, kind, 'max', now)]
  // Of a year or a month as much of the limit counts.
  if (least !== undefined && field < least.slice(0, field.length)) return { code: 'too-early', limit: least }
  if (most !== undefined && field.slice(0, most.length) > most) return { code: 'too-late', limit: most }
  return undefined
}

const FIRST_YEAR = 2000

/** Years to choose from, the latest first. */
export function yearsBetween(min: string | undefined, max: string | undefined, now: Date): string[] {
  const year = (text: string | undefined, otherwise: number): number => {
    const number = Number.parseInt(text ?? '', 10)
    return Number.isNaN(number) ? otherwise : number
  }
  const last = year(max, now.getFullYear())
  const first = year(min?.trim() === 'current' ? String(now.getFullYear()) : min, FIRST_YEAR)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(last - index))
}
