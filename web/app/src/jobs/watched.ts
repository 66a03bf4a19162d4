import type { Job } from '@labelwright/api'

/** Jobs that were begun in this tab and whose end nobody has seen yet. They survive a reload. */
export interface Watched {
  id: number
  project: number | null
  /** Its end was announced; it stays for its file, or for what went wrong. */
  told?: true
}

const KEY = 'labelwright.jobs'
const listeners = new Set<() => void>()
let current: readonly Watched[] = read()

function read(): readonly Watched[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

function change(next: readonly Watched[]): void {
  current = next
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // Without storage they are watched until the page is left.
  }
  for (const listener of listeners) listener()
}

export const watched = (): readonly Watched[] => current

export function onWatched(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Also one that is watched already, when it runs again. */
export function watch({ id, project }: Job): void {
  change([...current.filter((one) => one.id !== id), { id, project }])
}

export function told(id: number): void {
  change(current.map((one) => (one.id === id ? { ...one, told: true } : one)))
}

export function unwatch(id: number): void {
  change(current.filter((one) => one.id !== id))
}
