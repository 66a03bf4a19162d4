/** Dragging rows to arrange the tree, where there is one to be arranged. */

import { useCallback, useEffect, useRef } from 'react'
import type { OutlineRow } from '../../model'
import { useAnnotation, useEditor, useSetting } from '../context'

export function useDragRows(
  box: React.RefObject<HTMLDivElement | null>,
  rows: readonly OutlineRow[],
): (id: string, event: React.PointerEvent) => void {
  const editor = useEditor()
  const annotation = useAnnotation()
  const isTree = useSetting('group') === 'manual' && !annotation.readOnly
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  })
  return useCallback(
    (id, event) => {
      // A finger scrolls.
      if (!isTree || event.button !== 0 || event.pointerType === 'touch') return
      if ((event.target as Element).closest('button')) return
      const from = { x: event.clientX, y: event.clientY }
      const held = new AbortController()
      window.addEventListener('pointerup', () => held.abort(), { signal: held.signal })
      void import('./dragRows').then(({ dragRows }) => {
        const list = box.current
        if (list && !held.signal.aborted) dragRows({ editor, annotation, list, rows: () => latest.current, id, from })
      })
    },
    [box, editor, annotation, isTree],
  )
}
