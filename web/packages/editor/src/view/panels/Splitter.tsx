/** A border that is dragged, or moved with the arrow keys. */

import { useRef } from 'react'

interface SplitterProps {
  readonly label: string
  /** The direction in which it moves. */
  readonly axis: 'x' | 'y'
  readonly value: number
  readonly least: number
  readonly most: number
  readonly className: string | undefined
  /** Moved by pixels, from the value where the gesture began. */
  readonly onDrag: (by: number, from: number) => void
}

const STEP = 16
const KEYS = { x: ['ArrowLeft', 'ArrowRight'], y: ['ArrowUp', 'ArrowDown'] } as const

export function Splitter({ label, axis, value, least, most, className, onDrag }: SplitterProps) {
  const start = useRef<{ at: number; value: number }>(undefined)
  const along = (event: React.PointerEvent): number => (axis === 'x' ? event.clientX : event.clientY)
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> takes no focus and no drag
    <div
      role="separator"
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={className}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { at: along(event), value }
      }}
      onPointerMove={(event) => {
        if (start.current) onDrag(along(event) - start.current.at, start.current.value)
      }}
      onLostPointerCapture={() => {
        start.current = undefined
      }}
      onKeyDown={(event) => {
        const way = (KEYS[axis] as readonly string[]).indexOf(event.key)
        if (way < 0 || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        event.stopPropagation()
        onDrag(way === 0 ? -STEP : STEP, value)
      }}
    />
  )
}
