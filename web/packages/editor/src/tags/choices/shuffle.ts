/** The same order for the same task, so that a reload does not move what somebody is about to click. */

export function shuffled<T>(items: readonly T[], seed: string): T[] {
  let state = 0x811c9dc5
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193)
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const result = [...items]
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(next() * (index + 1))
    const moved = result[index] as T
    result[index] = result[other] as T
    result[other] = moved
  }
  return result
}

/** Shuffled are those that may move; the others, such as a heading, stay where they are. */
export function shuffledWhere<T>(items: readonly T[], seed: string, moves: (item: T) => boolean): T[] {
  const moved = shuffled(items.filter(moves), seed)
  return items.map((item) => (moves(item) ? (moved.shift() as T) : item))
}
