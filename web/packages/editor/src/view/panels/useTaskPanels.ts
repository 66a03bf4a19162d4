/** The panels that this task has a use for. */

import { useMemo } from 'react'
import { useAnnotation, useEditor, useValue } from '../context'
import { panels } from '.'
import type { Panel } from './panel'

export function useTaskPanels(): readonly Panel[] {
  const editor = useEditor()
  const options = useValue(editor.options)
  const regionIds = useValue(useAnnotation().document.regionIds)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what panels ask about when they say whether they are there
  return useMemo(
    () => (options.show?.panels === false ? [] : panels.filter((it) => it.when?.(editor) !== false)),
    [editor, options, regionIds],
  )
}
