/** Ctrl+C, X and V about regions, by the browser's own events: only there may a page write what others can read. */

import { useMantineContext } from '@mantine/core'
import { useEffect } from 'react'
import { selected } from '../commands/command'
import type { TaskEditor } from '../core/task-editor'
import { isTextSelected, targetOf } from '../media/home'
import { isMeant } from './attention'
import { useEditor } from './context'

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'

/** Whether copying or pasting is about regions here, and not about text or another part of the page. */
function isAboutRegions(editor: TaskEditor, root: HTMLElement, event: ClipboardEvent): boolean {
  const target = targetOf(event)
  const inField = target instanceof Element && target.closest(FIELDS) !== null
  const hasText = event.type !== 'paste' && isTextSelected(root)
  return !event.defaultPrevented && isMeant(root, event) && !hasText && !inField && !editor.dialog.get()
}

export function useClipboard(): void {
  const editor = useEditor()
  const root = useMantineContext().getRootElement()
  useEffect(() => {
    if (!root) return
    const onCopy = (event: ClipboardEvent): void => {
      const text = isAboutRegions(editor, root, event) ? editor.actions.copied() : undefined
      if (text === undefined || !event.clipboardData) return
      event.clipboardData.setData('application/json', text)
      event.clipboardData.setData('text/plain', text)
      event.preventDefault()
      if (event.type === 'cut') editor.actions.remove(selected(editor))
    }
    const onPaste = (event: ClipboardEvent): void => {
      if (!isAboutRegions(editor, root, event) || !event.clipboardData) return
      event.preventDefault()
      editor.actions.paste(event.clipboardData.getData('application/json') || event.clipboardData.getData('text/plain'))
    }
    const heard = { copy: onCopy, cut: onCopy, paste: onPaste }
    for (const [name, listener] of Object.entries(heard)) window.addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of Object.entries(heard)) window.removeEventListener(name, listener as EventListener)
    }
  }, [editor, root])
}
