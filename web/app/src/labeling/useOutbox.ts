import { useEffect, useSyncExternalStore } from 'react'
import { useUser } from '../session/session.ts'
import { isReachable, onConnection, useWatchedConnection } from './connection.ts'
import { Outbox } from './outbox.ts'
import { browserStore } from './waitingStore.ts'

const boxes = new Map<number, Outbox>()

function outboxOf(user: number): Outbox {
  const box = boxes.get(user) ?? new Outbox(browserStore, user)
  boxes.set(user, box)
  return box
}

/** The person's outbox; what waits in it is sent when the page opens and whenever the server comes back. */
export function useOutbox(): Outbox {
  const outbox = outboxOf(useUser().id)
  useWatchedConnection()
  useSyncExternalStore(outbox.subscribe, () => outbox.waiting)
  useEffect(() => {
    void outbox.flush()
    return onConnection(() => {
      if (isReachable()) void outbox.flush()
    })
  }, [outbox])
  return outbox
}
