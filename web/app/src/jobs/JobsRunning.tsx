import { lazy, Suspense, useSyncExternalStore } from 'react'
import { withPageParts } from '../kit/pageParts.ts'
import { onWatched, watched } from './watched.ts'

const JobWatcher = lazy(() => withPageParts(() => import('./JobWatcher.tsx')))

/** In the frame of every page: how many of the jobs begun here still run. */
export function JobsRunning() {
  const jobs = useSyncExternalStore(onWatched, watched)
  return jobs.length === 0 ? null : (
    <Suspense>
      <JobWatcher jobs={jobs} />
    </Suspense>
  )
}
