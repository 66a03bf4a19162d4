import type { Json } from '@labelwright/api'

/** A filter's value between the field it is typed into and the JSON it is stored as. */

export function typedValue(text: string, kind: string): Json {
  if (text === '') return ''
  if (kind === 'number') return Number(text)
  if (kind !== 'date') return text
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

export function shownValue(value: Json, kind: string): string {
  if (value === null || value === '' || typeof value === 'object') return ''
  if (kind !== 'date') return String(value)
  const date = new Date(String(value))
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return Number.isNaN(date.getTime()) ? '' : local.toISOString().slice(0, 16)
}
