/** How long ago something was, in a few letters: `2h`, `3 days`. */

import { locale } from '@labelwright/i18n'

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86400],
  ['month', 30 * 86400],
  ['week', 7 * 86400],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
]

export function ageOf(at: string, style: 'narrow' | 'long' = 'narrow', now = Date.now()): string {
  const seconds = Math.max(0, (now - Date.parse(at)) / 1000)
  const [unit, size] = UNITS.find(([, least]) => seconds >= least) ?? ['second', 1]
  // Seconds are not worth counting.
  if (unit === 'second') return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(0, unit)
  return new Intl.RelativeTimeFormat(locale(), { style, numeric: 'always' }).format(-Math.floor(seconds / size), unit)
}

export const timeOf = (at: string): string => new Date(at).toLocaleString(locale())
