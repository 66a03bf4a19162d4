import type { Hotkeys } from '@labelwright/api'
import { compete, isSystemKey, joinKeys, keysOf, normaliseKey, type ResolvedKeys } from '@labelwright/editor/keys'
import { type KeyedAction, keyedActions } from './actions.ts'

/** Changes of a person's own keys, as plain values. */

/** What the server keeps at most. */
export const MOST = 200

export function withKeys(own: Hotkeys, id: string, keys: readonly string[]): Hotkeys {
  return { ...own, [id]: keys.length > 0 ? { key: joinKeys(keys), active: true } : { key: null, active: false } }
}

export function withoutOwn(own: Hotkeys, id: string): Hotkeys {
  const { [id]: _gone, ...rest } = own
  return rest
}

/** Who has the key already, among the actions that compete for it. */
export function ownersOf(key: string, id: string, resolved: ResolvedKeys): KeyedAction[] {
  return keyedActions().filter((other) => {
    const keys = other.browserKeys ?? keysOf(other, resolved)
    return keys.map(normaliseKey).includes(key) && compete(id, other.id)
  })
}

/** The key goes here, and away from all who have it. */
export function taken(own: Hotkeys, id: string, keys: readonly string[], key: string, resolved: ResolvedKeys): Hotkeys {
  const freed = ownersOf(key, id, resolved).reduce((map, other) => {
    const rest = keysOf(other, resolved).filter((one) => normaliseKey(one) !== key)
    return withKeys(map, other.id, rest)
  }, own)
  return withKeys(freed, id, keys)
}

/** The keys in a file, or why it holds none. Entries of actions unknown here are kept: a newer version may know them. */
export function readKeys(text: string): { keys: Hotkeys } | { reason: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
  if (!isObject(value)) return { reason: '{ }' }
  const entries = isObject(value.custom_hotkeys) ? value.custom_hotkeys : value
  const keys: Hotkeys = {}
  for (const [id, entry] of Object.entries(entries)) {
    if (!isEntry(entry) || !id.includes(':')) return { reason: `"${id}"` }
    if (entry.key && isSystemKey(entry.key)) return { reason: `"${id}": ${entry.key}` }
    keys[id] = { key: entry.key ?? null, active: entry.active !== false && entry.key !== null }
  }
  const count = Object.keys(keys).length
  return count > 0 && count <= MOST ? { keys } : { reason: `0 < ${count} ≤ ${MOST}` }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEntry = (value: unknown): value is { key: string | null; active?: boolean } =>
  isObject(value) &&
  (value.key === null || (typeof value.key === 'string' && value.key !== '')) &&
  ['undefined', 'boolean'].includes(typeof value.active)
