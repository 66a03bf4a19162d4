/** Fills the screen with the editor when that is asked for, and hears when the browser left it. */

import { useMantineContext } from '@mantine/core'
import { useEffect } from 'react'
import { useEditor } from './context'

/** Chromium hands Escape over, so that it ends what is being drawn first; others leave the full screen at once. */
interface KeyboardLock {
  readonly keyboard?: { lock?: (keys: readonly string[]) => Promise<void>; unlock?: () => void }
}

export function useFullScreen(): void {
  const editor = useEditor()
  const root = useMantineContext().getRootElement()
  useEffect(() => {
    if (!root) return
    const { full } = editor.screen
    const { keyboard } = navigator as KeyboardLock
    const isFull = (): boolean => (root.getRootNode() as Document | ShadowRoot).fullscreenElement === root
    const follow = (): void => {
      if (full.get() === isFull()) return
      if (!full.get()) {
        void document.exitFullscreen()
        return
      }
      root.requestFullscreen().then(
        () => void keyboard?.lock?.(['Escape']).catch(() => undefined),
        () => {
          full.set(false)
          editor.notice.set({ kind: 'noFullScreen' })
        },
      )
    }
    const hear = (): void => {
      full.set(isFull())
      if (!isFull()) keyboard?.unlock?.()
    }
    const release = full.subscribe(follow)
    root.addEventListener('fullscreenchange', hear)
    return () => {
      release()
      root.removeEventListener('fullscreenchange', hear)
    }
  }, [editor, root])
}
