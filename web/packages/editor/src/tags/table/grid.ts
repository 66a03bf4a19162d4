/** Task data as rows and columns of text. */

import { asText, isObject, type Json } from '../../model'

export interface Grid {
  /** Titles; none for a table without a head. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Titles of the columns that are not in the data, in the person's language. */
export interface Titles {
  readonly name: string
  readonly index: string
  readonly value: string
}

/** How `valueType` says the data is written: `json`, `csv`, `csv|headless|separator=;|url`. */
export interface Source {
  readonly form: 'json' | 'csv'
  readonly headless: boolean
  readonly separator: string
  readonly byUrl: boolean
}

export function readSource(valueType: string): Source {
  const [form = '', ...options] = valueType.split('|').map((part) => part.trim())
  const separator = options.find((one) => one.startsWith('separator='))?.slice('separator='.length)
  return {
    form: form.toLowerCase() === 'csv' ? 'csv' : 'json',
    headless: options.includes('headless'),
    // A bar as separator was cut off as the end of the option.
    separator: separator === undefined ? ',' : separator === '' ? '|' : separator.replace('\\t', '\t'),
    byUrl: options.includes('url') || form.toLowerCase() === 'url',
  }
}

/** Undefined when the data is nothing that a table can show. */
export function gridOf(data: Json | undefined, source: Source, titles: Titles): Grid | undefined {
  if (source.form === 'csv') return typeof data === 'string' ? csvGrid(data, source) : undefined
  const value = typeof data === 'string' ? parsed(data) : data
  if (Array.isArray(value)) return value.some(isObject) ? objectsGrid(value) : listGrid(value, titles)
  return isObject(value) ? namesGrid(value, titles) : undefined
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function namesGrid(value: Readonly<Record<string, Json>>, titles: Titles): Grid {
  const order = new Intl.Collator(undefined, { sensitivity: 'base' })
  const names = Object.keys(value).sort(order.compare)
  return { columns: [titles.name, titles.value], rows: names.map((name) => [name, asText(value[name])]) }
}

const listGrid = (list: readonly Json[], titles: Titles): Grid => ({
  columns: [titles.index, titles.value],
  rows: list.map((item, index) => [String(index), asText(item)]),
})

function objectsGrid(list: readonly Json[]): Grid {
  const columns = [...new Set(list.flatMap((item) => (isObject(item) ? Object.keys(item) : [])))]
  return { columns, rows: list.map((item) => columns.map((name) => (isObject(item) ? asText(item[name]) : ''))) }
}

function csvGrid(text: string, { headless, separator }: Source): Grid {
  const [first = [], ...rest] = readCsv(text, separator)
  return headless ? { columns: [], rows: first.length > 0 ? [first, ...rest] : rest } : { columns: first, rows: rest }
}

/** Fields may stand in quotes, where separators and line ends are text and two quotes are one. */
export function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  const endField = (): void => {
    row.push(field)
    field = ''
  }
  const endRow = (): void => {
    endField()
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  const all = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  for (let at = 0; at < all.length; at++) {
    const char = all[at] ?? ''
    if (quoted) {
      if (char !== '"') field += char
      else if (all[at + 1] === '"') field += all[++at]
      else quoted = false
    } else if (char === '"' && field === '') quoted = true
    else if (all.startsWith(separator, at)) {
      endField()
      at += separator.length - 1
    } else if (char === '\n') endRow()
    else field += char
  }
  if (field !== '' || row.length > 0) endRow()
  return rows
}
