/**
 * What a component of a config may hand over, as its `outputs` say: a list of fields with optional types, or a JSON
 * Schema. Both become a schema, of which the part is understood that describes plain values.
 */

import { isObject } from './config'
import { sameJson } from './json'
import type { Json, JsonObject } from './records'

/** What does not fit, and where: `reason`, `cells[2].sum`; nothing for the value itself. */
export interface Misfit {
  readonly path: string
  readonly code: 'type' | 'choice' | 'least' | 'most' | 'missing'
  readonly expected: string
}

/** Undefined where nothing is said about it. Throws `SyntaxError` for a schema that is not JSON. */
export function readOutputs(written: string): JsonObject | undefined {
  const text = written.trim()
  if (text === '') return undefined
  if (!text.startsWith('{')) return fieldsSchema(text)
  const schema = JSON.parse(text) as JsonObject
  return Object.keys(schema).some((key) => KEYWORDS.has(key)) ? schema : { type: 'object', properties: schema }
}

/** An object without any of these lists properties. */
const KEYWORDS = new Set(['$schema', '$ref', 'type', 'properties', 'items', 'enum', 'const', 'anyOf', 'oneOf', 'allOf'])

const FIELD = /([^\s,;|():]+)\s*(?::\s*([A-Za-z]+)\s*(?:\(([^)]*)\))?)?/g

function fieldsSchema(text: string): JsonObject {
  const properties: { [name: string]: Json } = {}
  for (const [, name = '', type = '', args = ''] of text.matchAll(FIELD)) properties[name] = typeSchema(type, args)
  return { type: 'object', properties }
}

function typeSchema(type: string, written: string): JsonObject {
  const args = written.split(',').map((it) => it.trim())
  const bound = (text: string | undefined): number | undefined => (text ? Number(text) : undefined)
  switch (type.toLowerCase()) {
    case 'choices':
      return { enum: args }
    case 'multichoices':
      return { type: 'array', items: { enum: args } }
    case 'number':
      return bounded('number', bound(args[0]), bound(args[1]))
    case 'rating':
      return bounded('integer', 0, bound(args[0]))
    default:
      // A type that nobody described forbids nothing.
      return {}
  }
}

const bounded = (type: string, minimum: number | undefined, maximum: number | undefined): JsonObject => ({
  type,
  ...(minimum === undefined ? {} : { minimum }),
  ...(maximum === undefined ? {} : { maximum }),
})

/** The first thing that does not fit; what the schema does not speak of is free. */
export function misfit(value: Json, schema: JsonObject, path = ''): Misfit | undefined {
  const { type, minimum, maximum } = schema
  const wrong = (code: Misfit['code'], expected: Json): Misfit => ({ path, code, expected: worded(expected) })
  const types = Array.isArray(type) ? type : type === undefined ? [] : [type]
  if (types.length > 0 && !types.some((it) => isOfType(value, it))) return wrong('type', types)
  const choices = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const as Json] : undefined
  if (choices && !choices.some((it) => sameJson(it, value))) return wrong('choice', choices)
  if (typeof value === 'number' && typeof minimum === 'number' && value < minimum) return wrong('least', minimum)
  if (typeof value === 'number' && typeof maximum === 'number' && value > maximum) return wrong('most', maximum)
  if (Array.isArray(value))
    return misfitInside(
      value.entries(),
      () => schema.items,
      (at) => `${path}[${at}]`,
    )
  if (!isObject(value)) return undefined
  const required = Array.isArray(schema.required) ? schema.required : []
  const missing = required.find((name) => typeof name === 'string' && !Object.hasOwn(value, name))
  if (missing !== undefined) return wrong('missing', missing)
  const properties = isObject(schema.properties) ? schema.properties : {}
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`)
  return misfitInside(
    Object.entries(value),
    (name) => (Object.hasOwn(properties, name) ? properties[name] : undefined),
    below,
  )
}

function misfitInside<K>(
  entries: Iterable<readonly [K, Json]>,
  schemaOf: (key: K) => Json | undefined,
  pathOf: (key: K) => string,
): Misfit | undefined {
  for (const [key, value] of entries) {
    const schema = schemaOf(key)
    const found = isObject(schema) ? misfit(value, schema, pathOf(key)) : undefined
    if (found) return found
  }
  return undefined
}

function isOfType(value: Json, type: Json): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isObject(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      // The rest are called as JavaScript calls them.
      return typeof value === type
  }
}

const worded = (value: Json): string => (Array.isArray(value) ? value.map(String).join(', ') : String(value))
