import { t } from '@labelwright/i18n'
import { Link, Outlet, useRouter } from '@tanstack/react-router'
import { type MouseEvent, useEffect } from 'react'
import { JobsRunning } from '../jobs/JobsRunning.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { BrandMark } from './Brand.tsx'

import { HEADER_SLOT } from './HeaderSlot.tsx'

function skip(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

/** What had the focus went with the page before: the next one has it, and its keys and Tab go on from there. */
function useFocusOfPages(): void {
  const router = useRouter()
  useEffect(() => {
    let frame = 0
    const look = (): void => {
      if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true })
    }
    const forget = router.subscribe('onResolved', ({ hrefChanged, fromLocation }) => {
      if (!hrefChanged || !fromLocation) return
      // The browser takes it from what has gone when it has painted that.
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(look)
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      forget()
    }
  }, [router])
}

/** The frame of every page behind the log-in. */
export function Shell() {
  useFocusOfPages()
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: with a <base>, the address `#main` alone would be another page */}
      <a href="#main" className="lw-skip" onClick={skip}>
        {t('common.skip_to_content')}
      </a>
      <header className="lw-header">
        <Link to="/projects" className="lw-brand">
          <BrandMark />
          <span>Labelwright</span>
        </Link>
        <nav className="lw-nav" aria-label={t('common.main_navigation')}>
          <Link to="/projects" activeProps={{ 'aria-current': 'page' }}>
            {t('projects.title')}
          </Link>
          <Link to="/jobs" activeProps={{ 'aria-current': 'page' }}>
            {t('common.jobs')}
          </Link>
          <Link to="/people" activeProps={{ 'aria-current': 'page' }}>
            {t('account.people')}
          </Link>
        </nav>
        <div id={HEADER_SLOT} className="lw-header-slot" />
        <JobsRunning />
        <AccountMenu />
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}
