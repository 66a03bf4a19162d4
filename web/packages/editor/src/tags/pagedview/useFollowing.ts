/** Keeps what matters in view where not all copies of a Repeater are on screen. */

import { useEffect } from 'react'
import { type ConfigNode, nameOf, walk } from '../../model'
import { useAnnotation, useEditor, useValue } from '../../view/context'

const holds = (copy: ConfigNode, name: string): boolean => [...walk(copy)].some((inner) => nameOf(inner) === name)

/** Shows the copy with what is selected, and the one with what stands in the way of submitting. */
export function useFollowing(show: (wanted: (copy: ConfigNode) => boolean) => void): void {
  const editor = useEditor()
  const annotation = useAnnotation()
  const selection = useValue(annotation.session.selection)
  const complaint = useValue(editor.complaint)
  const [selected] = selection
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each selection
  useEffect(() => {
    const target = selected === undefined ? undefined : annotation.region(selected)?.target
    if (selected === undefined || target === undefined) return
    show((copy) => holds(copy, target))
  }, [selected])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each complaint
  useEffect(() => {
    if (complaint && 'control' in complaint) show((copy) => holds(copy, complaint.control))
  }, [complaint])
}
