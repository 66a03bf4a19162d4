import type { Json } from '@labelwright/api'

/** A filter's value between the field it is typed into and the JSON it is stored as. */

export function typedValue(text: string, type: string): Json {
  if (text === '') return ''
  if (type === 'Number' || type === 'Time') return Number(text)
  if (type !== 'Datetime') return text
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

export function shownValue(value: Json, type: string): string {
  if (value === null || value === '' || typeof value === 'object') return ''
  if (type !== 'Datetime') return String(value)
  const date = new Date(String(value))
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return Number.isNaN(date.getTime()) ? '' : local.toISOString().slice(0, 16)
}

/** A date that is a distance from now (`now-7d`, `now/d@Asia/Shanghai`), without its time zone. */
export const distanceIn = (value: Json): string | undefined =>
  typeof value === 'string' && value.startsWith('now') ? value.replace(/@.*$/, '') : undefined

/** Days begin where the person is: what goes back to the beginning of something says where that is. */
export const withZone = (distance: string, zone = Intl.DateTimeFormat().resolvedOptions().timeZone): string =>
  distance.includes('/') && zone ? `${distance}@${zone}` : distance
