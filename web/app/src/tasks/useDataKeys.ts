import { isMac, keyOf, keysOf, resolveKeys } from '@labelwright/editor/keys'
import { useEffect, useMemo, useRef } from 'react'
import { useKeymap } from '../account/keys/keymap.ts'
import { type DataAction, dataActions } from './commands.ts'

/** Where keys have a meaning of their own: what is typed, what is open above the page, the task beside the list. */
const ELSEWHERE =
  'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu], [data-keys]'

/** Hears the keys of the list, which people may have changed, wherever the focus is on the page. */
export function useDataKeys(run: Readonly<Record<DataAction, () => void>>): void {
  const keymap = useKeymap()
  const byKey = useMemo(() => {
    const resolved = resolveKeys({ mac: isMac, custom: [keymap] })
    return new Map(dataActions.flatMap((id) => keysOf({ id }, resolved).map((key) => [key, id] as const)))
  }, [keymap])
  const current = useRef(run)
  current.current = run
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = byKey.get(keyOf(event))
      if (!action || event.defaultPrevented || event.isComposing) return
      if (event.target instanceof Element && event.target.closest(ELSEWHERE)) return
      event.preventDefault()
      current.current[action]()
    }
    // Outside of everything: what is on the page goes first.
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [byKey])
}
