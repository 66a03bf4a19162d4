/** The stacks along one edge, or, when it is closed, a rail of their icons. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Tooltip } from '@mantine/core'
import { Fragment, useRef } from 'react'
import { divide, type Edge, resizeDock, SIZES, show } from '../../core/layout'
import classes from './panels.module.css'
import { Splitter } from './Splitter'
import { StackView } from './StackView'
import { type ShownStack, shownStacks, usePanels } from './usePanels'

const NAMES = { left: 'panels.left', right: 'panels.right', bottom: 'panels.bottom' } as const

export function DockView({ edge }: { edge: Edge }) {
  const panels = usePanels()
  const dock = panels.layout.docks[edge]
  const stacks = shownStacks(panels, dock.stacks)
  if (stacks.length === 0) return null
  return (
    <aside className={classes.dock} data-edge={edge} data-closed={dock.closed || undefined} aria-label={t(NAMES[edge])}>
      {dock.closed ? <Rail edge={edge} stacks={stacks} /> : <Open edge={edge} stacks={stacks} />}
    </aside>
  )
}

interface DockProps {
  readonly edge: Edge
  readonly stacks: readonly ShownStack[]
}

function Open({ edge, stacks }: DockProps) {
  const { layout, change } = usePanels()
  const { size } = layout.docks[edge]
  const box = useRef<HTMLDivElement>(null)
  const isBottom = edge === 'bottom'
  const outwards = edge === 'left' ? 1 : -1
  /** Where between two neighbours the border is now, in parts of what they have together. */
  const partAt = (first: ShownStack, second: ShownStack): number =>
    first.stack.share / (first.stack.share + second.stack.share)
  const lengthOf = (...ids: readonly string[]): number =>
    ids.reduce((sum, id) => {
      const element = box.current?.querySelector<HTMLElement>(`[data-stack="${CSS.escape(id)}"]`)
      return sum + ((isBottom ? element?.offsetWidth : element?.offsetHeight) ?? 0)
    }, 0)
  return (
    <div ref={box} className={classes.stacks} style={isBottom ? { height: size } : { width: size }}>
      <Splitter
        label={t(isBottom ? 'panels.height' : 'panels.width')}
        axis={isBottom ? 'y' : 'x'}
        value={size}
        least={SIZES[edge].least}
        most={SIZES[edge].most}
        className={classes.border}
        onDrag={(by, from) => change((it) => resizeDock(it, edge, from + by * outwards))}
      />
      {stacks.map((one, index) => {
        const before = stacks[index - 1]
        const movable = before && !before.stack.folded && !one.stack.folded
        return (
          <Fragment
            key={one.panels
              .map(({ id }) => id)
              .toSorted()
              .join()}
          >
            {movable && (
              <Splitter
                label={t('panels.divide')}
                axis={isBottom ? 'x' : 'y'}
                value={Math.round(partAt(before, one) * 100)}
                least={10}
                most={90}
                className={classes.between}
                onDrag={(by, from) =>
                  change((it) => divide(it, before.id, one.id, from / 100 + by / lengthOf(before.id, one.id)))
                }
              />
            )}
            <StackView shown={one} edge={edge} />
          </Fragment>
        )
      })}
    </div>
  )
}

function Rail({ edge, stacks }: DockProps) {
  const { change } = usePanels()
  return (
    <div className={classes.rail}>
      {stacks
        .flatMap(({ panels }) => panels)
        .map(({ id, title, icon: Icon }) => (
          <Tooltip key={id} label={t(title)} position={edge === 'left' ? 'right' : edge === 'right' ? 'left' : 'top'}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={t('panels.open', { title: t(title) })}
              onClick={() => change((layout) => show(layout, id))}
            >
              <Icon size={18} />
            </ActionIcon>
          </Tooltip>
        ))}
    </div>
  )
}
