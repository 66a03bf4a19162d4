/** One cell of a linked file as the text of a tag: `csv|separator=;|headless|column=2`. */

import { readCsv } from './csv'

interface Resolver {
  readonly separator: string
  readonly headless: boolean
  readonly column: string | undefined
}

/** What stands right after `csv` divides the options. Undefined when it is a resolver of another kind. */
function readResolver(resolver: string): Resolver | undefined {
  const match = /^\s*csv(.?)(.*)$/is.exec(resolver)
  if (!match) return undefined
  const [, divider = '', rest = ''] = match
  const options = divider === '' ? [] : rest.split(divider).map((option) => option.trim())
  const given = (name: string): string | undefined =>
    options.find((option) => option.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)
  const separator = given('separator')?.replace('\\t', '\t')
  return {
    // The divider itself as separator was cut off as the end of the option.
    separator: separator === '' ? divider : (separator ?? ','),
    headless: options.some((option) => option.toLowerCase() === 'headless'),
    column: given('column'),
  }
}

/** The cell in the first row; undefined when there is none. */
export function resolved(file: string, resolver: string): string | undefined {
  const how = readResolver(resolver)
  if (!how) return undefined
  const [first = [], second] = readCsv(file, how.separator)
  const { headless, column } = how
  const place = column === undefined ? 0 : headless ? Number(column) : first.indexOf(column)
  // An index names a column with a head, too, unless there is one of that name.
  const at = place < 0 && column !== undefined && /^\d+$/.test(column) ? Number(column) : place
  return (headless ? first : second)?.[at]
}
