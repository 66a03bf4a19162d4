/**
 * References to task data: `$field`, `$a.b[0].c`, and text with references in it. A value that is one reference keeps
 * its JSON type; in a longer text everything becomes text.
 */

import type { Json, JsonObject } from '../records'

const NAME = String.raw`[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*`
const PATH = String.raw`${NAME}(?:\.${NAME}|\[\d+\])*`
const REFERENCE = new RegExp(String.raw`\$(${PATH})`, 'gu')

/** The field names a text refers to: the first step of each path. */
export function fieldsIn(text: string): string[] {
  const whole = wholeReference(text)
  const paths = whole === undefined ? [...text.matchAll(REFERENCE)].map((match) => match[1] ?? '') : [whole]
  return paths.map((path) => /^[^.[]*/.exec(path)?.[0] ?? path)
}

export const isReference = (text: string): boolean => wholeReference(text) !== undefined

/** What `text` stands for with this task; undefined when it is one reference to something that is not there. */
export function resolveData(text: string, data: JsonObject): Json | undefined {
  const whole = wholeReference(text)
  if (whole !== undefined) return lookUp(data, whole)
  return text.replace(REFERENCE, (_, path: string) => asText(lookUp(data, path)))
}

/** As `resolveData`, as text to show: missing data is empty, objects are JSON. */
export const resolveText = (text: string, data: JsonObject): string => asText(resolveData(text, data))

/** Prose with the fields of the task in it: a `$` before anything else stays as written. */
export function fillIn(text: string, data: JsonObject): string {
  if (isReference(text)) return resolveText(text, data)
  return text.replace(REFERENCE, (written, path: string) => {
    const value = lookUp(data, path)
    return value === undefined ? written : asText(value)
  })
}

/** `path` without its `$`. A field whose own name looks like a path wins: CSV headers are free. */
export function lookUp(data: JsonObject, path: string): Json | undefined {
  if (Object.hasOwn(data, path)) return data[path]
  let value: Json | undefined = data
  for (const step of path.split(/\.|(?=\[)/)) {
    const index = /^\[(\d+)\]$/.exec(step)
    if (index) value = Array.isArray(value) ? value[Number(index[1])] : undefined
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
  }
  return value
}

export function asText(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The path, when the text is one reference and nothing else. */
function wholeReference(text: string): string | undefined {
  const trimmed = text.trim()
  if (!trimmed.startsWith('$') || trimmed.length === 1) return undefined
  const match = new RegExp(String.raw`^\$(${PATH})$`, 'u').exec(trimmed)
  return match?.[1]
}
