import { address, type Json, type JsonObject } from '@labelwright/api'

/** The first record of what the person gave, for the preview. */

const HEAD = 262_144
export const ANY_FIELD = '$undefined$'

export async function readSample(file: string, asTasks: boolean): Promise<JsonObject | undefined> {
  // `upload/1/f70ef0f2-a.csv`, as the list of uploads names it.
  const url = address(`data/${file.replace(/^\/?(data\/)?/, '')}`)
  const kind = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  const path = new URL(url).pathname
  if (!['csv', 'tsv', 'txt', 'json', 'html', 'htm', 'xml'].includes(kind)) return { [ANY_FIELD]: path }
  if (!asTasks && ['csv', 'tsv', 'txt'].includes(kind)) return { [ANY_FIELD]: path }
  const response = await fetch(url, { headers: { Range: `bytes=0-${HEAD - 1}` }, credentials: 'same-origin' })
  if (!response.ok) return undefined
  return firstRecord(decode(await response.arrayBuffer()), kind)
}

/** Text of unknown encoding: its byte order mark, UTF-8 if it is, else the Chinese one that contains the others. */
export function decode(bytes: ArrayBuffer): string {
  const [a, b] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    // The cut may go through a character: `stream` keeps it from counting as an error.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

export function firstRecord(text: string, kind: string): JsonObject | undefined {
  if (kind === 'json') return firstJson(text)
  if (kind === 'csv' || kind === 'tsv') return firstRow(text, kind === 'tsv' ? '\t' : separator(text))
  if (kind === 'txt') return { [ANY_FIELD]: text.split(/\r?\n/, 1)[0] ?? '' }
  return { [ANY_FIELD]: text }
}

function separator(text: string): string {
  const [first = ''] = text.split('\n', 1)
  return first.split(';').length > first.split(',').length ? ';' : ','
}

function firstRow(text: string, by: string): JsonObject | undefined {
  const [names, values] = rows(text, by, 2)
  if (!names || !values) return undefined
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']))
}

/** The first rows of a table; quoted cells may hold separators, quotes and line breaks. */
function rows(text: string, by: string, count: number): string[][] {
  const result: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length && result.length < count; i += 1) {
    const char = text[i]
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else quoted = false
    } else if (char === '"') quoted = true
    else if (char === by || char === '\n') {
      row.push(cell)
      cell = ''
      if (char === by) continue
      if (row.length > 1 || row[0]) result.push(row)
      row = []
    } else if (char !== '\r') cell += char
  }
  if (result.length < count && (cell || row.length > 0)) result.push([...row, cell])
  return result
}

function firstJson(text: string): JsonObject | undefined {
  const start = text.search(/[{[]/)
  if (start < 0) return undefined
  const object = text[start] === '[' ? text.indexOf('{', start) : start
  const end = endOfObject(text, object)
  if (object < 0 || end < 0) return undefined
  try {
    const record = JSON.parse(text.slice(object, end + 1)) as JsonObject
    return isObject(record.data) ? record.data : record
  } catch {
    return undefined
  }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function endOfObject(text: string, start: number): number {
  let depth = 0
  let inString = false
  for (let i = Math.max(start, 0); i < text.length; i += 1) {
    const char = text[i]
    if (char === '\\' && inString) i += 1
    else if (char === '"') inString = !inString
    else if (!inString && char === '{') depth += 1
    else if (!inString && char === '}' && --depth === 0) return i
  }
  return -1
}

/** What the server does when it reads a file without column names: the config's first field takes the value. */
export function nameFields(sample: JsonObject, config: string): JsonObject {
  if (!(ANY_FIELD in sample)) return sample
  const field = /\bvalue(?:List)?\s*=\s*["']\$([\w-]+)/.exec(config)?.[1]
  const { [ANY_FIELD]: value = null, ...rest } = sample
  return field ? { ...rest, [field]: value } : sample
}
