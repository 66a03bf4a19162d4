/** The screen: bars above and below, the config in the middle, panels beside it. */

import { useEffect, useRef } from 'react'
import { Announcer } from './Announcer'
import { BottomBar } from './BottomBar'
import { ConfigProblems } from './ConfigProblems'
import { useEditor, useValue, WorkContext } from './context'
import { Dialogs } from './Dialogs'
import { Instruction } from './Instruction'
import { Notices } from './Notices'
import { PanelArea } from './panels/PanelArea'
import { RenderNode } from './RenderNode'
import { RelationArrows } from './relations/RelationArrows'
import classes from './shell.module.css'
import { TopBar } from './TopBar'
import { useClipboard } from './useClipboard'
import { useKeyboard } from './useKeyboard'

export function Shell() {
  const editor = useEditor()
  const work = useValue(editor.work)
  const options = useValue(editor.options)
  useKeyboard()
  useClipboard()
  useLeaving()
  const show = options.show ?? {}
  if (!work) return null
  return (
    <WorkContext value={work}>
      {show.topBar !== false && <TopBar />}
      <PanelArea key={work.version.key}>
        <Stage />
      </PanelArea>
      <Notices />
      {show.bottomBar !== false && <BottomBar />}
      <Dialogs />
      <Announcer />
    </WorkContext>
  )
}

function Stage() {
  const editor = useEditor()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    // Media fill what the window has, however high the page around the editor is.
    const observer = new ResizeObserver(() => {
      element.style.setProperty('--lw-stage-height', `${element.clientHeight}px`)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className={classes.scroller} data-scroller>
      <Instruction />
      <ConfigProblems config={editor.options.get().config} />
      <div className={`lw-stage ${classes.stage}`}>
        <RenderNode node={editor.config.root} />
        <RelationArrows />
      </div>
    </div>
  )
}

/** What is not on the server is sent when the page is hidden; leaving with unsent work asks first. */
function useLeaving(): void {
  const editor = useEditor()
  useEffect(() => {
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') {
        editor.work.get()?.stopwatch.stop()
        void editor.flush()
      } else editor.work.get()?.stopwatch.start()
    }
    const onUnload = (event: BeforeUnloadEvent): void => {
      if (!editor.unsynced) return
      void editor.flush()
      event.preventDefault()
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [editor])
}
