/** Regions, what is known about the selected one, relations. */

import { t } from '@labelwright/i18n'
import { useRef } from 'react'
import { useAnnotation, useEditor, useSetting, useValue } from './context'
import { Details } from './Details'
import { Outliner } from './Outliner'
import classes from './panel.module.css'
import { Relations } from './Relations'

const NARROWEST = 220
const WIDEST = 560

export function SidePanel() {
  const width = useSetting('panelWidth')
  const annotation = useAnnotation()
  const relations = useValue(annotation.relations)
  return (
    <aside className={classes.panel} style={{ width }} aria-label={t('editor.panel')}>
      <Edge />
      <Outliner />
      <Details />
      {(relations.length > 0 || annotation.config.relations) && <Relations />}
    </aside>
  )
}

/** The border that is dragged to make the panel wider. */
function Edge() {
  const editor = useEditor()
  const width = useSetting('panelWidth')
  const from = useRef<{ x: number; width: number }>(undefined)
  const resize = (to: number): void => {
    editor.settings.set({ panelWidth: Math.round(Math.max(NARROWEST, Math.min(WIDEST, to))) })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> takes no focus and no drag
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('editor.panelWidth')}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      className={classes.edge}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, width }
      }}
      onPointerMove={(event) => {
        if (from.current) resize(from.current.width + from.current.x - event.clientX)
      }}
      onPointerUp={() => {
        from.current = undefined
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
        event.preventDefault()
        event.stopPropagation()
        resize(width + (event.key === 'ArrowLeft' ? 16 : -16))
      }}
    />
  )
}
