import { onReachable, request } from '@labelwright/api'
import { useEffect, useSyncExternalStore } from 'react'

/**
 * Whether the server answers. Asked every few seconds while somebody labels, so that they know before they submit, and
 * while it does not answer.
 */

const ASK_EVERY = 3_000
let reachable = true
let watchers = 0
const listeners = new Set<() => void>()

onReachable((now) => {
  if (now === reachable) return
  reachable = now
  for (const listener of listeners) listener()
})

window.addEventListener('online', ask)
window.addEventListener('offline', ask)

setInterval(() => {
  if (!reachable || (watchers > 0 && document.visibilityState === 'visible')) ask()
}, ASK_EVERY)

function ask(): void {
  request('health', { anonymous: true }).catch(() => undefined)
}

export const isReachable = (): boolean => reachable

export function onConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useReachable = (): boolean => useSyncExternalStore(onConnection, isReachable)

/** Keeps asking for as long as the page that calls it is open. */
export function useWatchedConnection(): void {
  useEffect(() => {
    watchers += 1
    return () => {
      watchers -= 1
    }
  }, [])
}
