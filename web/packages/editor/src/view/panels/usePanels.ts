/** The panels of this task and where they are, for the views that draw them. */

import { createContext, useContext } from 'react'
import { inFront, type Layout, type PanelId, type Stack } from '../../core/layout'
import type { Panel } from './panel'

export interface Panels {
  readonly layout: Layout
  /** Those there are for this task. */
  readonly shown: ReadonlyMap<PanelId, Panel>
  change: (make: (layout: Layout) => Layout) => void
  /** What floats is placed within, and what is dragged is dropped on. */
  readonly area: () => HTMLElement | null
}

export const PanelsContext = createContext<Panels | undefined>(undefined)

export function usePanels(): Panels {
  const panels = useContext(PanelsContext)
  if (!panels) throw new Error('usePanels is used outside the panels')
  return panels
}

export interface ShownStack {
  readonly stack: Stack
  /** Its panels for this task, never none. */
  readonly panels: readonly Panel[]
  readonly front: Panel
  /** Names it to the layout. */
  readonly id: PanelId
}

/** Of these stacks, those with something to show. */
export function shownStacks<S extends Stack>(
  { layout, shown }: Panels,
  stacks: readonly S[],
): (ShownStack & { readonly stack: S })[] {
  return stacks.flatMap((stack) => {
    const panels = stack.panels.flatMap((id) => shown.get(id) ?? [])
    const ids = panels.map(({ id }) => id)
    const front = shown.get(inFront(layout, ids) ?? '')
    return front ? [{ stack, panels, front, id: front.id }] : []
  })
}
