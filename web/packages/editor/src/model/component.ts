/** Regions that a component of a config made: what they hold is its own affair. */

import { isObject } from './config'
import type { Json, JsonObject, Region } from './records'

/** The tag's former name is that of the key in older results. */
const KEYS = ['reactcode', 'custominterface'] as const

const keyOf = (shape: JsonObject): string => KEYS.find((key) => key in shape) ?? KEYS[0]

export const componentValue = ({ shape }: Region): Json => shape[keyOf(shape)] ?? null

export const withComponentValue = (shape: JsonObject, value: Json): JsonObject => ({ ...shape, [keyOf(shape)]: value })

/** `meta` that says what a person is to read of the region. */
export function displayMeta(meta: JsonObject | undefined, displayText: string | undefined): JsonObject {
  const { displayText: _before, ...rest } = meta ?? {}
  return displayText ? { ...rest, displayText } : rest
}

/** What the component wants to be read, else the plain values in what it stored. */
export function componentCaption(region: Region): { readonly title: string | undefined; readonly text: string } {
  const said = region.meta?.displayText
  if (typeof said === 'string' && said !== '') return { title: said, text: '' }
  return { title: undefined, text: plainWords(componentValue(region)).join(' · ') }
}

function plainWords(value: Json): string[] {
  if (value === null) return []
  if (Array.isArray(value)) return value.flatMap(plainWords)
  return isObject(value) ? Object.values(value).flatMap(plainWords) : [String(value)]
}
