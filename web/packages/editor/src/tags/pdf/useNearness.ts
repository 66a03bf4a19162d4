/** Whether an element is on screen, or nearly: what is drawn for it is drawn then. */

import { useEffect, useState } from 'react'

export function useNearness(element: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const watched = element.current
    if (!watched) return
    const watching = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: watched.parentElement,
      rootMargin: '80% 0px',
    })
    watching.observe(watched)
    return () => watching.disconnect()
  }, [element])
  return isNear
}
