/** Attribute values as the spec types them: one reader per type, the same set as the server's. */

import type { AttributeSpec } from '../../spec.gen'

export type AttributeValue = string | number | boolean | readonly string[]

/** The typed value, or undefined when the text is none of this type. A `$field` passes where the spec allows one. */
export function readAttribute(spec: AttributeSpec, text: string): AttributeValue | undefined {
  if (spec.variable && text.startsWith('$')) return text
  switch (spec.type) {
    case 'bool':
      return readBoolean(text)
    case 'int':
      return readNumber(text, spec, true)
    case 'float':
    case 'percent':
      return readNumber(text, spec, false)
    case 'enum':
      return spec.values?.find((value) => value.toLowerCase() === text.toLowerCase())
    case 'refs':
      return splitList(text)
    default:
      return text
  }
}

export const splitList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

function readBoolean(text: string): boolean | undefined {
  const lower = text.trim().toLowerCase()
  return lower === 'true' ? true : lower === 'false' ? false : undefined
}

/** A number out of range counts as the nearest that is in it. */
function readNumber(text: string, spec: AttributeSpec, whole: boolean): number | undefined {
  const value = parseNumber(text)
  if (value === undefined || (whole && !Number.isInteger(value))) return undefined
  return Math.min(spec.max ?? value, Math.max(spec.min ?? value, value))
}

export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim()
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : undefined
}
