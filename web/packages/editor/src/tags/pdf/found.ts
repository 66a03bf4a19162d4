/** Marks what was found in the text of drawn pages. Two colours for all pages: what was found, and the one on show. */

import type { Match } from '../../media/pdf/find'

const NAMES = { found: 'lw-pdf-found', current: 'lw-pdf-current' } as const

function highlight(name: keyof typeof NAMES): Highlight {
  const known = CSS.highlights.get(NAMES[name])
  if (known) return known
  const made = new Highlight()
  if (name === 'current') made.priority = 1
  CSS.highlights.set(NAMES[name], made)
  return made
}

/** The text of a drawn page: its runs in order, and where each begins. */
export interface DrawnText {
  readonly runs: readonly HTMLElement[]
  readonly starts: readonly number[]
}

/** Marks matches on a page; what is returned takes the marks away. */
export function mark(text: DrawnText, matches: readonly Match[], current: Match | undefined): () => void {
  const undo = matches.flatMap((match) => {
    const into = highlight(match === current ? 'current' : 'found')
    return rangesOf(text, match).map((range) => {
      into.add(range)
      return () => into.delete(range)
    })
  })
  return () => {
    for (const one of undo) one()
  }
}

/** The run a match begins in. */
export const runOf = ({ runs, starts }: DrawnText, { start }: Match): HTMLElement | undefined =>
  runs[starts.findLastIndex((from) => from <= start)]

function rangesOf({ runs, starts }: DrawnText, { start, end }: Match): StaticRange[] {
  const ranges: StaticRange[] = []
  for (
    let index = Math.max(
      0,
      starts.findLastIndex((from) => from <= start),
    );
    index < runs.length;
    index++
  ) {
    const from = starts[index] as number
    const node = runs[index]?.firstChild
    if (from >= end) break
    if (!(node instanceof Text)) continue
    const [first, last] = [Math.max(0, start - from), Math.min(node.length, end - from)]
    if (first >= last) continue
    ranges.push(new StaticRange({ startContainer: node, startOffset: first, endContainer: node, endOffset: last }))
  }
  return ranges
}
