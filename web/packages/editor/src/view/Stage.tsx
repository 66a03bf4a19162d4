/** The task on screen. A single picture or document fills what the other tags leave of it. */

import { t } from '@labelwright/i18n'
import { Skeleton } from '@mantine/core'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useAnnotation, useEditor } from './context'
import { useFocusTaken } from './focusHandover'
import { RenderNode } from './RenderNode'
import { RelationArrows } from './relations/RelationArrows'
import classes from './shell.module.css'

/** A picture below this is of no use: then the page scrolls. */
const LOWEST = 300
/** What the tags around it take of the screen at most, before the page scrolls instead. */
const REST = 0.4

/** The config as it looks with the annotation at hand, in a box that scrolls. */
export function Stage({ children }: { children?: ReactNode }) {
  const { config } = useAnnotation()
  const { id } = useEditor().options.get().task
  const box = useRef<HTMLElement>(null)
  useFocusTaken(box, id !== undefined)
  useEffect(() => {
    const scroller = box.current
    const stage = scroller?.querySelector('.lw-stage')
    if (!scroller || !stage) return
    const observer = new ResizeObserver(() => {
      scroller.style.setProperty('--lw-stage-height', `${scroller.clientHeight}px`)
      const height = mediaHeight(scroller, stage)
      if (height === undefined) scroller.style.removeProperty('--lw-media-height')
      else scroller.style.setProperty('--lw-media-height', `${height}px`)
    })
    observer.observe(scroller)
    observer.observe(stage)
    return () => observer.disconnect()
  }, [])
  return (
    <section
      ref={box}
      className={classes.scroller}
      data-scroller
      tabIndex={-1}
      aria-label={id === undefined ? t('editor.task') : t('editor.taskId', { id: String(id) })}
    >
      {children}
      <div className={`lw-stage ${classes.stage}`}>
        <Suspense fallback={<Skeleton height={160} radius="md" />}>
          <RenderNode node={config.root} />
        </Suspense>
        <RelationArrows />
      </div>
    </section>
  )
}

/** The height for the one medium there is (`data-fills`); with none or several, each has its own idea. */
function mediaHeight(scroller: Element, stage: Element): number | undefined {
  const [medium, ...others] = stage.querySelectorAll<HTMLElement>('[data-fills]')
  if (!medium || others.length > 0) return undefined
  const content = stage.getBoundingClientRect().bottom - scroller.getBoundingClientRect().top + scroller.scrollTop
  const rest = Math.min(content - medium.offsetHeight, scroller.clientHeight * REST)
  return Math.max(LOWEST, Math.floor(scroller.clientHeight - rest))
}
