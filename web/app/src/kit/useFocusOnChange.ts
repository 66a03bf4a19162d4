import { useEffect, useRef } from 'react'

/** What was pressed to see something else is often gone with what was there before: the new content takes the focus. */
export function useFocusOnChange(shown: unknown) {
  const box = useRef<HTMLElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current !== shown) box.current?.focus({ preventScroll: true })
    before.current = shown
  }, [shown])
  return box
}
