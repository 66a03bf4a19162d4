import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** What had the focus went with the page before: the next one has it, and its keys and Tab go on from there. */
export function useFocusOfPages(): void {
  const router = useRouter()
  useEffect(() => {
    let stop = (): void => undefined
    const forget = router.subscribe('onResolved', ({ hrefChanged, fromLocation }) => {
      if (!hrefChanged || !fromLocation) return
      stop()
      stop = keepFocus()
    })
    return () => {
      stop()
      forget()
    }
  }, [router])
}

/**
 * Once nothing has the focus the page has it, until the person puts it somewhere. The page before may be on screen for a
 * while yet, and what has the focus with it.
 */
export function keepFocus(): () => void {
  const kept = new AbortController()
  const { signal } = kept
  const stop = (): void => kept.abort()
  const look = (): void => {
    if (signal.aborted || document.activeElement !== document.body) return
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  // What is taken away loses it at once; what is hidden or switched off, when the browser has painted that.
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true })
  signal.addEventListener('abort', () => observer.disconnect())
  document.addEventListener('focusout', () => requestAnimationFrame(look), { signal })
  document.addEventListener('focusin', stop, { signal })
  document.addEventListener('pointerdown', stop, { signal })
  requestAnimationFrame(look)
  return stop
}
