/** Keys reach the editor from everything in it, and from nowhere in particular while the person is at it. */

import { useMantineContext } from '@mantine/core'
import { useLayoutEffect, useMemo } from 'react'
import { isTyping, keyTable, press } from '../commands/keyboard'
import { homeOf, isInside } from '../media/home'
import { isMeant, watchAttention } from './attention'
import { useEditor, useValue } from './context'
import { useFocusAfter } from './focusHandover'

export function useKeyboard(): void {
  const editor = useEditor()
  const options = useValue(editor.options)
  const root = useMantineContext().getRootElement()
  useFocusAfter(useValue(editor.busy), root)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table follows the person's keys
  const table = useMemo(() => keyTable(editor), [editor, options.keymap])
  // Before anything is painted: what is to be seen hears keys.
  useLayoutEffect(() => {
    if (!root) return
    const home = homeOf(root)
    const run = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || editor.dialog.get()) return
      if (press(editor, table, event)) event.preventDefault()
    }
    // Above React's own listener: what a view has used already is not looked at again.
    const onKeyDown = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || !isInside(root, event)) return
      run(event)
      if (home !== document && isUsed(event)) event.stopPropagation()
    }
    const onBodyKeyDown = (event: KeyboardEvent): void => {
      if (!isInside(root, event) && isMeant(root, event)) run(event)
    }
    const onTyped = (event: Event): void => {
      if (event instanceof KeyboardEvent && isText(event)) event.stopPropagation()
    }
    home.addEventListener('keydown', onKeyDown)
    document.addEventListener('keydown', onBodyKeyDown)
    if (home !== document) for (const type of TYPING) home.addEventListener(type, onTyped)
    const forget = watchAttention(root)
    return () => {
      home.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('keydown', onBodyKeyDown)
      for (const type of TYPING) home.removeEventListener(type, onTyped)
      forget()
    }
  }, [editor, table, root])
}

const TYPING = ['keypress', 'keyup']

/**
 * A page with keys of its own cannot see that something inside a shadow tree is a text field: letters typed there, and
 * keys that meant something here, are kept from it.
 */
const isUsed = (event: KeyboardEvent): boolean => event.defaultPrevented || isText(event)

const isText = (event: KeyboardEvent): boolean =>
  isTyping(event) && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
