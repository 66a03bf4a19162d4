/** How views reach the editor's state: one context, and hooks that follow exactly what they read. */

import { createContext, useContext, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { Annotation } from '../core/annotation'
import type { Settings } from '../core/settings'
import type { TaskEditor } from '../core/task-editor'
import type { Work } from '../core/work'
import type { ConfigNode, Control, Readable } from '../model'

export const EditorContext = createContext<TaskEditor | undefined>(undefined)
export const WorkContext = createContext<Work | undefined>(undefined)
/** The control around an option. */
export const ControlContext = createContext<Control | undefined>(undefined)

const present = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`${what} is used outside the editor`)
  return value
}

export const useEditor = (): TaskEditor => present(useContext(EditorContext), 'useEditor')
export const useWork = (): Work => present(useContext(WorkContext), 'useWork')
export const useAnnotation = (): Annotation => useWork().annotation
export const useControl = (): Control => present(useContext(ControlContext), 'useControl')

export function useValue<T>(source: Readable<T>): T {
  return useSyncExternalStore(source.subscribe, source.get, source.get)
}

export const useSetting = <K extends keyof Settings>(key: K): Settings[K] => useValue(useEditor().settings.current)[key]

/** Rerenders on every change of document or selection: for what may depend on any of it (conditions). */
export function useEverything(annotation: Annotation): void {
  useValue(annotation.version)
  useValue(annotation.session.selection)
}

/** What the key that the config gives this node does, while it is on screen. */
export function useOptionKey(node: ConfigNode, run: () => void): void {
  const editor = useEditor()
  const latest = useRef(run)
  // Before it is painted: a key pressed at once must find it.
  useLayoutEffect(() => {
    latest.current = run
  })
  useLayoutEffect(() => {
    const own = (): void => latest.current()
    editor.optionKeys.set(node.id, own)
    return () => {
      if (editor.optionKeys.get(node.id) === own) editor.optionKeys.delete(node.id)
    }
  }, [editor, node.id])
}
