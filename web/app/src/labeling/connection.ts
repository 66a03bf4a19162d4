import { onReachable, request } from '@labelwright/api'
import { useSyncExternalStore } from 'react'

/** Whether the server answers. While it does not, it is asked again and again. */

const ASK_EVERY = 3_000
let reachable = true
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

onReachable((now) => {
  if (now === reachable) return
  reachable = now
  clearInterval(timer)
  if (!now) timer = setInterval(ask, ASK_EVERY)
  for (const listener of listeners) listener()
})

if (typeof window !== 'undefined') {
  window.addEventListener('online', ask)
  window.addEventListener('offline', ask)
}

function ask(): void {
  request('api/version', { anonymous: true }).catch(() => undefined)
}

export const isReachable = (): boolean => reachable

export function onConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useReachable = (): boolean => useSyncExternalStore(onConnection, isReachable)
