/** The dialog that is open, if one is. */

import { lazy, Suspense } from 'react'
import { useEditor, useValue } from './context'

const OpenDialog = lazy(() => import('./dialogs/OpenDialog'))

/** Not even its frame is there before it is loaded: the focus would go to the frame's button, and stay. */
export function Dialogs() {
  const open = useValue(useEditor().dialog)
  return <Suspense fallback={null}>{open && <OpenDialog />}</Suspense>
}
