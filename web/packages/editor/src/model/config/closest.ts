/** The known word most like a wrong one. Measured as Python's difflib does, so that both halves suggest the same. */

const CUTOFF = 0.6

export function closest(wrong: string, known: Iterable<string>): string | undefined {
  const byLower = new Map([...known].map((word) => [word.toLowerCase(), word]))
  const sought = wrong.toLowerCase()
  let best: { readonly ratio: number; readonly word: string } | undefined
  for (const word of byLower.keys()) {
    const ratio = similarity(word, sought)
    if (ratio < CUTOFF) continue
    if (!best || ratio > best.ratio || (ratio === best.ratio && word > best.word)) best = { ratio, word }
  }
  return best && byLower.get(best.word)
}

/** Twice the characters in common blocks over all characters; 1 for equal words. */
function similarity(a: string, b: string): number {
  const total = a.length + b.length
  return total === 0 ? 1 : (2 * inCommon(a, b)) / total
}

/** The longest common block (the first in `a`, then in `b`), and what is common left and right of it. */
function inCommon(a: string, b: string): number {
  let length = 0
  let atA = 0
  let atB = 0
  let before: number[] = []
  for (let i = 0; i < a.length; i++) {
    const here: number[] = []
    for (let j = 0; j < b.length; j++) {
      if (a[i] !== b[j]) continue
      const run = (before[j - 1] ?? 0) + 1
      here[j] = run
      if (run > length) {
        length = run
        atA = i - run + 1
        atB = j - run + 1
      }
    }
    before = here
  }
  if (length === 0) return 0
  const left = inCommon(a.slice(0, atA), b.slice(0, atB))
  return left + length + inCommon(a.slice(atA + length), b.slice(atB + length))
}
