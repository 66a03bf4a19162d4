/**
 * A text as blocks for the page: one element a stretch of lines, so that the browser lays out only what is near the
 * screen, and places are found by arithmetic, never by walking the document.
 */

export interface Block {
  readonly start: number
  readonly text: string
}

const BLOCK = 4000

/** Cuts after line ends, in stretches of some thousand characters. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  while (start < text.length) {
    const cut = text.indexOf('\n', start + BLOCK)
    const end = cut < 0 ? text.length : cut + 1
    blocks.push({ start, text: text.slice(start, end) })
    start = end
  }
  return blocks.length > 0 ? blocks : [{ start: 0, text: '' }]
}

/** The block that holds a place; the end of the text belongs to the last one. */
export const blockAt = (blocks: readonly { readonly start: number }[], place: number): number =>
  lastUpTo(place, blocks.length, (index) => (blocks[index] as { start: number }).start)

/** The line that holds a place. */
export const lineAt = (lines: readonly number[], place: number): number =>
  lastUpTo(place, lines.length, (index) => lines[index] as number)

function lastUpTo(place: number, count: number, startOf: (index: number) => number): number {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (startOf(middle) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** Where each line begins. */
export function linesOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
