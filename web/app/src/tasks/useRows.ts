import { type RefObject, useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Extent, heightOf, type Position, positionAt, revealing, rowsIn, scrolledTo } from './scrolling.ts'

/** Rows rendered above and below those that are seen. */
const MORE = 10
/** After so long the scrollbar has come to rest. */
const REST = 150

export interface Rows {
  /** The rows to draw: from the first up to, not including, the end. */
  first: number
  end: number
  /** Rows that fit. */
  fitting: number
  /** Height of the element that holds them. */
  height: number
  /** Where a row stands in that element. */
  offsetOf: (row: number) => number
  reveal: (row: number) => void
  /** What of the rows is at the upper edge, and how to get back there. */
  top: number
  scrollTo: (top: number) => void
}

/** Which of `count` rows of one height are seen in a scrolling element, below a head that stays. */
export function useRows(scroller: RefObject<HTMLElement | null>, count: number, row: number, head: number): Rows {
  const [view, setView] = useState(() => window.innerHeight)
  const [, draw] = useReducer((times: number) => times + 1, 0)
  const position = useRef<Position>({ scroll: 0, top: 0 })
  const extent: Extent = { full: count * row, view }
  const current = useRef(extent)
  current.current = extent

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const measure = () => setView(Math.max(row, element.clientHeight - head))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, row, head])

  const scrollTo = useCallback(
    (top: number) => {
      const element = scroller.current
      if (!element) return
      const wanted = positionAt(top, current.current)
      element.scrollTop = wanted.scroll
      // The browser may round it, and a step is counted from what it says.
      position.current = { ...wanted, scroll: element.scrollTop }
      draw()
    },
    [scroller],
  )

  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    let rest: ReturnType<typeof setTimeout>
    const onScroll = () => {
      position.current = scrolledTo(position.current, element.scrollTop, current.current)
      draw()
      clearTimeout(rest)
      rest = setTimeout(() => {
        const { top, scroll } = position.current
        if (Math.abs(positionAt(top, current.current).scroll - scroll) > 1) flushSync(() => scrollTo(top))
      }, REST)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(rest)
      element.removeEventListener('scroll', onScroll)
    }
  }, [scroller, scrollTo])

  const { top, scroll } = position.current
  const [first, end] = rowsIn(top, view, row, count, MORE)
  return {
    first,
    end,
    fitting: Math.max(1, Math.floor(view / row)),
    height: heightOf(extent),
    offsetOf: (index) => Math.min(heightOf(extent), Math.max(-row, scroll - top + index * row)),
    reveal: (index) => scrollTo(revealing(position.current.top, view, row, index)),
    top,
    scrollTo,
  }
}
