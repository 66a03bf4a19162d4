/** Runs a component in a frame for as long as that is on screen, and keeps it told. */

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Json } from '../../model'
import { Connection } from './connection'
import type { Said, ToldRegion, ViewState } from './messages'

export interface ComponentState {
  readonly title: string
  readonly code: string
  readonly data: Json | undefined
  readonly regions: readonly ToldRegion[]
  readonly viewState: ViewState
}

/** Says whether it has not answered for long. */
export function useComponent(
  frame: React.RefObject<HTMLIFrameElement | null>,
  state: ComponentState,
  hear: (said: Said) => void,
): boolean {
  const [silent, setSilent] = useState(false)
  const [connection, setConnection] = useState<Connection>()
  const { title, code, data, regions, viewState } = state
  const latest = useRef(hear)
  useLayoutEffect(() => {
    latest.current = hear
  })
  useEffect(() => {
    if (!frame.current) return
    const made = new Connection(frame.current, title, { said: (said) => latest.current(said), silent: setSilent })
    setConnection(made)
    return () => made.close()
  }, [frame, title])
  useEffect(() => connection?.tell({ code, data, regions, viewState }), [connection, code, data, regions, viewState])
  return silent
}
