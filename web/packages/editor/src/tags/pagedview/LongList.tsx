/** The copies that a Repeater makes, one below the other: those near the screen are drawn, the others keep their place. */

import { useEffect, useRef, useState } from 'react'
import type { ConfigNode } from '../../model'
import { RenderNode } from '../../view/RenderNode'
import { useFollowing } from './useFollowing'

/** So few are drawn at once. */
const FEW = 20
/** Until one was drawn, in pixels. */
const GUESS = 240

export function LongList({ copies }: { copies: readonly ConfigNode[] }) {
  const box = useRef<HTMLDivElement>(null)
  useFollowing((wanted) => {
    const element = box.current?.children[copies.findIndex(wanted)]
    if (!element) return
    const { top, bottom } = element.getBoundingClientRect()
    if (bottom < 0 || top > window.innerHeight) element.scrollIntoView({ block: 'center' })
  })
  return (
    <div ref={box}>
      {copies.map((copy) =>
        copies.length > FEW ? <Near key={copy.id} copy={copy} /> : <RenderNode key={copy.id} node={copy} />,
      )}
    </div>
  )
}

function Near({ copy }: { copy: ConfigNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  const height = useRef(GUESS)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const watching = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        // What goes leaves its place as it was, so that nothing jumps.
        if (!entry.isIntersecting && element.childElementCount > 0) height.current = entry.boundingClientRect.height
        setNear(entry.isIntersecting)
      },
      { root: element.closest('[data-scroller]'), rootMargin: '100% 0px' },
    )
    watching.observe(element)
    return () => watching.disconnect()
  }, [])
  return (
    <div ref={place} style={isNear ? undefined : { height: height.current }}>
      {isNear && <RenderNode node={copy} />}
    </div>
  )
}
