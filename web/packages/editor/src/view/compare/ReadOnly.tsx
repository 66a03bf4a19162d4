/** The whole task with some result in it, to be looked at: an editor of its own, so that nothing reaches the work. */

import { type ReactNode, useEffect, useState } from 'react'
import { TaskEditor } from '../../core/task-editor'
import type { RegionId, WireItem } from '../../model'
import { EditorContext, useEditor, useValue, WorkContext } from '../context'
import { Stage } from '../Stage'

export type Tints = ReadonlyMap<RegionId, string>

interface ReadOnlyProps {
  readonly result: readonly WireItem[]
  /** Colours in place of those of the labels. */
  readonly tints?: Tints | undefined
  /** Hears the editor when it is there. */
  readonly onReady?: ((editor: TaskEditor) => void) | undefined
  readonly children?: ReactNode
}

export function ReadOnly({ result, tints, onReady, children }: ReadOnlyProps) {
  const editor = useReadOnly(result, tints, onReady)
  if (!editor) return null
  return (
    <EditorContext value={editor}>
      <ReadOnlyStage>{children}</ReadOnlyStage>
    </EditorContext>
  )
}

function ReadOnlyStage({ children }: { children: ReactNode }) {
  const work = useValue(useEditor().work)
  if (!work) return null
  return (
    <WorkContext value={work}>
      <Stage>{children}</Stage>
    </WorkContext>
  )
}

function useReadOnly(result: readonly WireItem[], tints: Tints | undefined, onReady: ReadOnlyProps['onReady']) {
  const parent = useEditor()
  const [editor, setEditor] = useState<TaskEditor>()
  // Made in an effect: making one starts clocks, which must end with it.
  useEffect(() => {
    const { config, task, locale, resolveUrl, fetch, usePredictions } = parent.options.get()
    const given = { config, locale, resolveUrl, fetch, usePredictions }
    const made = new TaskEditor(
      {
        ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
        config,
        task: { data: task.data, annotations: [{ id: 0, result }] },
        readOnly: true,
        // Looking at one of them is no reason to look at all of them in it.
        show: { viewAll: false },
      },
      parent.settings,
    )
    void made.start().then(() => {
      if (made.annotation && tints) made.annotation.tints = tints
      setEditor(made)
      onReady?.(made)
    })
    return () => void made.dispose()
  }, [parent, result, tints, onReady])
  return editor
}
