import { t } from '@labelwright/i18n'
import { Link, Outlet } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { JobsRunning } from '../jobs/JobsRunning.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { BrandMark } from './Brand.tsx'
import { useFocusOfPages } from './focusOfPages.ts'
import { HEADER_SLOT } from './HeaderSlot.tsx'

function skip(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
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
