/** What is kept in this browser tab: it survives a reload, and nobody else sees it. */

const PREFIX = 'labelwright.'

export function readKept<T extends object>(name: string): T | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null')
    return typeof kept === 'object' && kept !== null ? (kept as T) : undefined
  } catch {
    return undefined
  }
}

export function writeKept(name: string, value: object | undefined): void {
  try {
    if (value) sessionStorage.setItem(PREFIX + name, JSON.stringify(value))
    else sessionStorage.removeItem(PREFIX + name)
  } catch {
    // Without storage it holds until the page is left.
  }
}

/** How all tasks of a project are looked at: that is no saved tab. */
export const nameOfList = (project: number): string => `tasks.${project}`
