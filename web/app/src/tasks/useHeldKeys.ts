import { type KeyboardEvent, useEffect, useReducer, useRef } from 'react'

type Press = KeyboardEvent<HTMLElement>

/**
 * Keys that cannot be answered yet wait, and those pressed after them behind them: nobody's keys are lost or mean
 * something else because the server was slower. Gives what to ask about a key: true when it waits.
 */
export function useHeldKeys(
  isEarly: boolean,
  mustWait: (event: Press) => boolean,
  run: (event: Press) => void,
): (event: Press) => boolean {
  const held = useRef<Press[]>([])
  const [, goOn] = useReducer((count: number) => count + 1, 0)
  // One key a drawing: the next one starts from where it led.
  useEffect(() => {
    if (isEarly) return
    const next = held.current.shift()
    if (!next) return
    run(next)
    goOn()
  })
  return (event) => {
    const waits = held.current.length > 0 || (isEarly && mustWait(event))
    if (waits) {
      held.current.push(event)
      event.preventDefault()
    }
    return waits
  }
}
