/** Task data as rows and columns of text. */

import { readCsv } from '../../media/text/csv'
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
