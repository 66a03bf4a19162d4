/** Panels as tabs over one another. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Menu } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconDots } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useId, useMemo } from 'react'
import { type Edge, fold, show } from '../../core/layout'
import { PanelBoundary } from './PanelBoundary'
import type { Panel } from './panel'
import classes from './panels.module.css'
import { type ShownStack, usePanels } from './usePanels'

/** Loaded when it is first opened. */
const StackMenu = lazy(async () => ({ default: (await import('./StackMenu')).StackMenu }))

interface StackViewProps {
  readonly shown: ShownStack
  readonly edge: Edge | undefined
  readonly style?: React.CSSProperties
  readonly children?: ReactNode
}

export function StackView({ shown, edge, style, children }: StackViewProps) {
  const { change } = usePanels()
  const { stack, panels, front, id } = shown
  const base = useId()
  const { folded } = stack
  return (
    <section
      className={classes.stack}
      data-stack={id}
      data-at={edge}
      data-folded={folded || undefined}
      style={{ flexGrow: folded ? 0 : stack.share, ...style }}
    >
      <div className={classes.bar}>
        <Tabs panels={panels} front={front} base={base} />
        {edge !== 'bottom' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={t(folded ? 'panels.unfold' : 'panels.fold', { title: t(front.title) })}
            aria-expanded={!folded}
            onClick={() => change((layout) => fold(layout, id, !folded))}
          >
            {folded ? <IconChevronRight size={16} /> : <IconChevronDown size={16} />}
          </ActionIcon>
        )}
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={t('panels.menu', { title: t(front.title) })}
            >
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Suspense>
              <StackMenu shown={shown} edge={edge} />
            </Suspense>
          </Menu.Dropdown>
        </Menu>
      </div>
      {!folded && <Body key={front.id} panel={front} base={base} />}
      {children}
    </section>
  )
}

interface TabsProps {
  readonly panels: readonly Panel[]
  readonly front: Panel
  readonly base: string
}

function Tabs({ panels, front, base }: TabsProps) {
  const state = usePanels()
  const { change } = state
  const pick = (panel: Panel | undefined): void => {
    if (panel) change((layout) => show(layout, panel.id))
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    const next = (panels.indexOf(front) + step + panels.length) % panels.length
    pick(panels[next])
    const tabs = event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')
    tabs[next]?.focus()
  }
  return (
    <div role="tablist" aria-label={t('panels.tabs')} className={classes.tabs} onKeyDown={onKeyDown}>
      {panels.map((panel) => {
        const { id, title, icon: Icon, Mark } = panel
        const isFront = panel === front
        return (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}-${id}`}
            aria-selected={isFront}
            aria-controls={isFront ? `${base}-panel` : undefined}
            tabIndex={isFront ? 0 : -1}
            title={t(title)}
            className={classes.tab}
            data-panel={id}
            onPointerDown={(event) => {
              if (event.button !== 0) return
              const { currentTarget: element, pointerId: pointer, clientX: x, clientY: y } = event
              element.setPointerCapture(pointer)
              void import('./drag').then(({ dragPanels }) =>
                dragPanels({ element, pointer, from: { x, y } }, [id], state),
              )
            }}
            onClick={() => pick(panel)}
          >
            <Icon size={15} />
            <span className={classes.title}>{t(title)}</span>
            {Mark && <Mark />}
          </button>
        )
      })}
    </div>
  )
}

function Body({ panel, base }: { panel: Panel; base: string }) {
  const { Content } = panel
  // The same element as long as the panel is: what happens to the layout does not draw it again.
  const shown = useMemo(() => <Content />, [Content])
  return (
    <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${panel.id}`} className={classes.body}>
      <PanelBoundary title={t(panel.title)}>
        <Suspense>{shown}</Suspense>
      </PanelBoundary>
    </div>
  )
}
