/** The task in the middle, panels around and above it. */

import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { close, EDGES, type Layout, narrowed, settle } from '../../core/layout'
import { useEditor, useSetting, useValue } from '../context'
import { homes } from '.'
import { DockView } from './DockView'
import classes from './panels.module.css'
import { type Panels, PanelsContext } from './usePanels'
import { useTaskPanels } from './useTaskPanels'

/** Loaded when something floats. */
const Floats = lazy(async () => ({ default: (await import('./Floats')).Floats }))

/** Narrower than this, two sides would leave nothing for the task. */
const TWO_SIDES = 1100

export function PanelArea({ children }: { children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null)
  const state = usePanelsState(area)
  const isFocused = useValue(useEditor().screen.focus)
  const isOpen = useSetting('panelOpen') && !isFocused && state.shown.size > 0
  return (
    <PanelsContext value={state}>
      <div ref={area} className={classes.area}>
        {isOpen && <DockView edge="left" />}
        <div className={classes.centre}>
          {children}
          {isOpen && <DockView edge="bottom" />}
        </div>
        {isOpen && <DockView edge="right" />}
        {isOpen && state.layout.floats.length > 0 && (
          <Suspense>
            <Floats />
          </Suspense>
        )}
      </div>
    </PanelsContext>
  )
}

function usePanelsState(area: React.RefObject<HTMLDivElement | null>): Panels {
  const editor = useEditor()
  const stored = useSetting('layout')
  const isNarrow = useIsNarrow(area)
  const panels = useTaskPanels()
  const shown = useMemo(() => new Map(panels.map((it) => [it.id, it])), [panels])
  const [isAsked, setIsAsked] = useState(false)
  return useMemo(() => {
    const settled = settle(stored, homes)
    const isQuiet = !isAsked && [...shown.values()].every((it) => it.quiet)
    const placed = isNarrow ? narrowed(settled) : settled
    return {
      layout: isQuiet ? allClosed(placed) : placed,
      shown,
      change: (make) => {
        setIsAsked(true)
        editor.settings.set({ layout: make(settle(editor.setting('layout'), homes)) })
      },
      area: () => area.current,
    }
  }, [editor, stored, shown, isNarrow, isAsked, area])
}

const allClosed = (layout: Layout): Layout => EDGES.reduce((rest, edge) => close(rest, edge, true), layout)

function useIsNarrow(area: React.RefObject<HTMLDivElement | null>): boolean {
  const [isNarrow, setIsNarrow] = useState(false)
  useEffect(() => {
    const element = area.current
    if (!element) return
    const observer = new ResizeObserver(() => setIsNarrow(element.clientWidth < TWO_SIDES))
    observer.observe(element)
    return () => observer.disconnect()
  }, [area])
  return isNarrow
}
