/** The screen: bars above and below, the config in the middle, panels beside it. */

import { Skeleton } from '@mantine/core'
import { lazy, Suspense, useEffect } from 'react'
import { Announcer } from './Announcer'
import { BottomBar } from './BottomBar'
import { useEditor, useValue, WorkContext } from './context'
import { Dialogs } from './Dialogs'
import { Instruction } from './Instruction'
import { Notices } from './Notices'
import { PanelArea } from './panels/PanelArea'
import { Stage } from './Stage'
import { TopBar } from './TopBar'
import { useClipboard } from './useClipboard'
import { useFullScreen } from './useFullScreen'
import { useKeyboard } from './useKeyboard'

const ConfigProblems = lazy(() => import('./ConfigProblems'))
const Compare = lazy(() => import('./compare/Compare'))
const OtherTabsNotice = lazy(() => import('./OtherTabsNotice'))
const OvertakenDialog = lazy(() => import('./history/OvertakenDialog'))
const EarlierState = lazy(() => import('./history/EarlierState'))

export function Shell() {
  const editor = useEditor()
  const work = useValue(editor.work)
  const options = useValue(editor.options)
  const comparing = useValue(editor.views.comparing)
  const earlier = useValue(editor.views.earlier)
  const tabs = useValue(editor.tabs.state)
  const overtaken = useValue(editor.handover.overtaken)
  const isFocused = useValue(editor.screen.focus)
  useKeyboard()
  useFullScreen()
  useClipboard()
  useLeaving()
  const show = options.show ?? {}
  if (!work) return null
  return (
    <WorkContext value={work}>
      {show.topBar !== false && !isFocused && <TopBar />}
      {tabs !== 'alone' && (
        <Suspense>
          <OtherTabsNotice />
        </Suspense>
      )}
      {comparing ? (
        <Suspense fallback={<Skeleton flex={1} radius={0} />}>
          <Compare comparing={comparing} />
        </Suspense>
      ) : (
        <PanelArea key={`${work.version.key} ${tabs === 'held'}`}>
          {earlier ? (
            <Suspense fallback={<Skeleton flex={1} radius={0} />}>
              <EarlierState earlier={earlier} />
            </Suspense>
          ) : (
            <OwnStage />
          )}
        </PanelArea>
      )}
      <Notices />
      {!comparing && show.bottomBar !== false && <BottomBar />}
      <Dialogs />
      {overtaken && (
        <Suspense>
          <OvertakenDialog overtaken={overtaken} />
        </Suspense>
      )}
      <Announcer />
    </WorkContext>
  )
}

function OwnStage() {
  const { config, show } = useEditor().options.get()
  return (
    <Stage>
      <Instruction />
      {show?.configProblems !== false && (
        <Suspense fallback={null}>
          <ConfigProblems config={config} />
        </Suspense>
      )}
    </Stage>
  )
}

/** What is not on the server is sent when the page is hidden; leaving with unsent work asks first. */
function useLeaving(): void {
  const editor = useEditor()
  useEffect(() => {
    // What is under way when the page goes arrives, but nobody hears so: sent again, it would be there twice.
    let isGone = false
    const onGo = ({ type }: PageTransitionEvent): void => {
      isGone = type === 'pagehide'
    }
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') {
        editor.work.get()?.stopwatch.stop()
        if (!isGone) void editor.flush()
      } else if (!editor.views.isAway && !editor.tabs.isHeld) editor.work.get()?.stopwatch.start()
    }
    const onUnload = (event: BeforeUnloadEvent): void => {
      if (!editor.unsynced) return
      void editor.flush()
      event.preventDefault()
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('beforeunload', onUnload)
    window.addEventListener('pagehide', onGo)
    window.addEventListener('pageshow', onGo)
    return () => {
      window.removeEventListener('pagehide', onGo)
      window.removeEventListener('pageshow', onGo)
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [editor])
}
