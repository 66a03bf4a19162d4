/** The task on screen. */

import { type ReactNode, useEffect, useRef } from 'react'
import { useAnnotation } from './context'
import { RenderNode } from './RenderNode'
import { RelationArrows } from './relations/RelationArrows'
import classes from './shell.module.css'

/** The config as it looks with the annotation at hand, in a box that scrolls. */
export function Stage({ children }: { children?: ReactNode }) {
  const { config } = useAnnotation()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    // Media fill what the window has, however high the page around the editor is.
    const observer = new ResizeObserver(() => {
      element.style.setProperty('--lw-stage-height', `${element.clientHeight}px`)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className={classes.scroller} data-scroller>
      {children}
      <div className={`lw-stage ${classes.stage}`}>
        <RenderNode node={config.root} />
        <RelationArrows />
      </div>
    </div>
  )
}
