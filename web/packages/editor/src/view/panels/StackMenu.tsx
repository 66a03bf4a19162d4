/** Where else a panel can go, without dragging it. */

import { t } from '@labelwright/i18n'
import { Menu } from '@mantine/core'
import {
  IconArrowBarToLeft,
  IconArrowBarToRight,
  IconArrowLeft,
  IconArrowRight,
  IconLayoutBottombar,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconPictureInPicture,
  IconRestore,
} from '@tabler/icons-react'
import { allStacks, close, type Edge, type Layout, move, NO_LAYOUT, shift } from '../../core/layout'
import { type ShownStack, shownStacks, usePanels } from './usePanels'

const EDGE_ITEMS = [
  ['left', 'panels.toLeft', IconLayoutSidebar],
  ['right', 'panels.toRight', IconLayoutSidebarRight],
  ['bottom', 'panels.toBottom', IconLayoutBottombar],
] as const

/** Where a panel floats that nobody has dragged. */
const FIRST_BOX = { x: 96, y: 64, width: 320, height: 360 }

interface StackMenuProps {
  readonly shown: ShownStack
  readonly edge: Edge | undefined
}

export function StackMenu({ shown: { panels, front, stack }, edge }: StackMenuProps) {
  const state = usePanels()
  const others = shownStacks(state, allStacks(state.layout)).filter((it) => it.stack !== stack)
  const at = panels.indexOf(front)
  const own = stack.panels.length === 1
  const act = (make: (layout: Layout) => Layout) => () => state.change(make)
  return (
    <>
      <Menu.Label>{t('panels.moveTo', { title: t(front.title) })}</Menu.Label>
      {EDGE_ITEMS.filter(([to]) => !(own && to === edge)).map(([to, title, Icon]) => (
        <Menu.Item
          key={to}
          leftSection={<Icon size={15} />}
          onClick={act((layout) => move(layout, [front.id], { at: to }))}
        >
          {t(title)}
        </Menu.Item>
      ))}
      {!(own && edge === undefined) && (
        <Menu.Item
          leftSection={<IconPictureInPicture size={15} />}
          onClick={act((layout) => move(layout, [front.id], { at: 'float', box: FIRST_BOX }))}
        >
          {t('panels.toFloat')}
        </Menu.Item>
      )}
      {others.map((it) => (
        <Menu.Item
          key={it.id}
          leftSection={<it.front.icon size={15} />}
          onClick={act((layout) => move(layout, [front.id], { at: 'stack', of: it.id }))}
        >
          {t('panels.beside', { title: it.panels.map(({ title }) => t(title)).join(', ') })}
        </Menu.Item>
      ))}
      {panels.length > 1 && (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconArrowLeft size={15} />}
            disabled={at === 0}
            onClick={act((layout) => shift(layout, front.id, -1))}
          >
            {t('panels.tabLeft')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowRight size={15} />}
            disabled={at === panels.length - 1}
            onClick={act((layout) => shift(layout, front.id, 1))}
          >
            {t('panels.tabRight')}
          </Menu.Item>
        </>
      )}
      <Menu.Divider />
      {edge && (
        <Menu.Item
          leftSection={edge === 'left' ? <IconArrowBarToLeft size={15} /> : <IconArrowBarToRight size={15} />}
          onClick={act((layout) => close(layout, edge, true))}
        >
          {t(edge === 'bottom' ? 'panels.closeBottom' : 'panels.closeSide')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconRestore size={15} />} onClick={act(() => NO_LAYOUT)}>
        {t('panels.reset')}
      </Menu.Item>
    </>
  )
}
