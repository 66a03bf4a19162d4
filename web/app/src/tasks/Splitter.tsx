import { t } from '@labelwright/i18n'
import { type KeyboardEvent, type PointerEvent, type RefObject, useLayoutEffect, useState } from 'react'
import classes from './tasks.module.css'

const NAME = 'labelwright.beside'
const [LEAST, MOST, STEP] = [25, 80, 5]

const within = (share: number): number => Math.round(Math.min(MOST, Math.max(LEAST, share)))

function kept(): number {
  try {
    return within(Number(localStorage.getItem(NAME)) || 58)
  } catch {
    return 58
  }
}

/** Between the list and what stands beside it: which part of the width that one has. */
export function Splitter({ pane }: { pane: RefObject<HTMLElement | null> }) {
  const [share, setShare] = useState(kept)
  useLayoutEffect(() => {
    if (pane.current) pane.current.style.flexBasis = `${share}%`
    try {
      localStorage.setItem(NAME, String(share))
    } catch {
      // Without storage it holds until the page is left.
    }
  }, [pane, share])
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const all = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!all || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    setShare(within(((all.right - event.clientX) / all.width) * 100))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key]
    if (by === undefined || event.shiftKey) return
    event.preventDefault()
    setShare(within(share + by))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a ruler cannot be moved
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('data.splitter')}
      aria-valuenow={share}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      className={classes.splitter}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  )
}
