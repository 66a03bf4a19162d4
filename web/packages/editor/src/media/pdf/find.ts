/** Finding text in the pages of a PDF. */

/** One run of text on a page, as pdf.js reports it. */
interface Run {
  readonly str: string
  readonly hasEOL: boolean
}

export interface PageText {
  readonly text: string
  /** Where each run begins in it. */
  readonly starts: readonly number[]
}

export interface Match {
  /** From 1. */
  readonly page: number
  readonly start: number
  readonly end: number
}

/** The end of a line is white space. */
export function pageText(runs: readonly Run[]): PageText {
  const starts: number[] = []
  let text = ''
  for (const { str, hasEOL } of runs) {
    starts.push(text.length)
    text += hasEOL ? `${str} ` : str
  }
  return { text, starts }
}

/** Lower case, each character in its place. */
const folded = (text: string): string =>
  [...text].map((char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('')

export function matchesOn(page: number, { text }: PageText, query: string): Match[] {
  const wanted = folded(query.trim().replace(/\s+/g, ' '))
  const matches: Match[] = []
  if (wanted === '') return matches
  const all = folded(text)
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.length)) {
    matches.push({ page, start: at, end: at + wanted.length })
  }
  return matches
}
