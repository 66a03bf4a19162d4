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
      return readNumber(text, spec, /^[+-]?\d+$/)
    case 'float':
    case 'percent':
      return readNumber(text, spec, /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/)
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

function readNumber(text: string, spec: AttributeSpec, pattern: RegExp): number | undefined {
  const trimmed = text.trim()
  if (!pattern.test(trimmed)) return undefined
  const value = Number(trimmed)
  if (spec.min !== undefined && value < spec.min) return undefined
  if (spec.max !== undefined && value > spec.max) return undefined
  return value
}
