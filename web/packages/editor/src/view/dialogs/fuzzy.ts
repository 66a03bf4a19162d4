/** How well a few typed characters fit a name: they must come in order, best together and at the starts of words. */

export interface Match {
  readonly score: number
  /** Positions in the text, for showing what fitted. */
  readonly at: readonly number[]
}

const START_OF_WORD = 8
const TOGETHER = 5
const FOUND = 1

export function fuzzy(query: string, text: string): Match | undefined {
  const sought = [...query.toLowerCase()].filter((char) => char !== ' ')
  const within = text.toLowerCase()
  const whole = within.indexOf(query.trim().toLowerCase())
  if (whole >= 0) return together(whole, query.trim().length, within)
  const at: number[] = []
  let score = 0
  for (const char of sought) {
    const from = (at.at(-1) ?? -1) + 1
    const place = nextPlace(within, char, from)
    if (place < 0) return undefined
    score += FOUND + (place === from && at.length > 0 ? TOGETHER : 0) + (startsWord(within, place) ? START_OF_WORD : 0)
    at.push(place)
  }
  return { score: score - within.length / 100, at }
}

function together(from: number, length: number, text: string): Match {
  const start = length > 0 && startsWord(text, from) ? 2 * START_OF_WORD : 0
  const score = start + length * (FOUND + TOGETHER) - text.length / 100
  return { score, at: Array.from({ length }, (_, index) => from + index) }
}

/** Where the next word starts with it, else where it comes first. */
function nextPlace(text: string, char: string, from: number): number {
  if (text[from] === char) return from
  for (let at = text.indexOf(char, from); at >= 0; at = text.indexOf(char, at + 1)) if (startsWord(text, at)) return at
  return text.indexOf(char, from)
}

const startsWord = (text: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
