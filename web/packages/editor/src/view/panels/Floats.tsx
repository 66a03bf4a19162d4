/** Stacks that float over the task: moved by their bar, sized by their corner. */

import { t } from '@labelwright/i18n'
import { useRef } from 'react'
import { type Box, type Float, place } from '../../core/layout'
import classes from './panels.module.css'
import { StackView } from './StackView'
import { type ShownStack, shownStacks, usePanels } from './usePanels'

export function Floats() {
  const panels = usePanels()
  const { front } = panels.layout
  const floats = shownStacks(panels, panels.layout.floats)
  const rank = (shown: ShownStack): number => {
    const at = front.indexOf(shown.id)
    return at < 0 ? front.length : at
  }
  return [...floats]
    .sort((a, b) => rank(b) - rank(a))
    .map((one) => (
      <Floating
        key={one.panels
          .map(({ id }) => id)
          .toSorted()
          .join()}
        shown={one}
      />
    ))
}

function Floating({ shown }: { shown: ShownStack & { readonly stack: Float } }) {
  const { area, change } = usePanels()
  const { id, stack } = shown
  const box = within(stack.box, area())
  const drag = useRef<{ x: number; y: number; box: Box; sizes: boolean }>(undefined)
  const begin = (event: React.PointerEvent<HTMLElement>, sizes: boolean): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, y: event.clientY, box, sizes }
  }
  const by = (dx: number, dy: number, from: Box, sizes: boolean): void =>
    change((layout) =>
      place(
        layout,
        id,
        within(
          sizes
            ? { ...from, width: from.width + dx, height: from.height + dy }
            : { ...from, x: from.x + dx, y: from.y + dy },
          area(),
        ),
      ),
    )
  return (
    <div
      className={classes.float}
      style={{ left: box.x, top: box.y, width: box.width, height: stack.folded ? undefined : box.height }}
      onPointerDown={(event) => {
        const target = event.target as HTMLElement
        if (event.button === 0 && target.closest(`.${classes.bar}`) && !target.closest('button')) begin(event, false)
      }}
      onPointerMove={(event) => {
        const { current } = drag
        if (current) by(event.clientX - current.x, event.clientY - current.y, current.box, current.sizes)
      }}
      onLostPointerCapture={() => {
        drag.current = undefined
      }}
    >
      <StackView shown={shown} edge={undefined}>
        {!stack.folded && (
          <button
            type="button"
            className={classes.corner}
            aria-label={t('panels.size')}
            onPointerDown={(event) => begin(event, true)}
            onKeyDown={(event) => {
              const way = WAYS[event.key]
              if (!way) return
              event.preventDefault()
              event.stopPropagation()
              by(way[0] * 16, way[1] * 16, box, true)
            }}
          />
        )}
      </StackView>
    </div>
  )
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** A bar that is out of reach could never be dragged back. */
function within(box: Box, area: HTMLElement | null): Box {
  if (!area) return box
  const { clientWidth, clientHeight } = area
  const width = Math.min(box.width, clientWidth)
  const height = Math.min(box.height, clientHeight)
  return {
    width,
    height,
    x: Math.max(0, Math.min(box.x, clientWidth - width)),
    y: Math.max(0, Math.min(box.y, clientHeight - height)),
  }
}
