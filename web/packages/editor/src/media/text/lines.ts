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
export function blockAt(blocks: readonly { readonly start: number }[], place: number): number {
  let [low, high] = [0, blocks.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((blocks[middle] as { start: number }).start <= place) low = middle
    else high = middle - 1
  }
  return low
}
