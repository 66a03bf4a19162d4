import { onSessionExpired } from '@labelwright/api'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'

const SessionDialog = lazy(() => import('./SessionDialog.tsx'))

/**
 * Asks for the password again, over whatever page is open, when a call meets an ended session. The page underneath is
 * not touched, and the calls that failed are sent again.
 */
export function SessionExpired() {
  const [open, setOpen] = useState(false)
  const resume = useRef<() => void>(undefined)

  useEffect(
    () =>
      onSessionExpired(
        () =>
          new Promise<void>((resolve) => {
            resume.current = resolve
            setOpen(true)
          }),
      ),
    [],
  )

  const loggedIn = () => {
    setOpen(false)
    resume.current?.()
  }
  return open ? (
    <Suspense>
      <SessionDialog onLoggedIn={loggedIn} />
    </Suspense>
  ) : null
}
