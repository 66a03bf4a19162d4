/** What was run from the palette lately, kept in the browser: most people need the same few actions again and again. */

const KEY = 'labelwright:recent-actions'
const KEPT = 6

export function recentIds(): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

export function remember(id: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([id, ...recentIds().filter((it) => it !== id)].slice(0, KEPT)))
  } catch {
    // Without storage nothing is recent.
  }
}
