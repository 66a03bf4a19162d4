import { lazy, Suspense, useSyncExternalStore } from 'react'
import { withPageParts } from '../kit/pageParts.ts'
import { onWatched, watched } from './watched.ts'

const JobStrip = lazy(() => withPageParts(() => import('./JobStrip.tsx')))

/** Loads what shows jobs only where there are some. */
export function ProjectJobs({ project }: { project: number }) {
  const jobs = useSyncExternalStore(onWatched, watched).filter((job) => job.project === project)
  return jobs.length === 0 ? null : (
    <Suspense>
      <JobStrip jobs={jobs} />
    </Suspense>
  )
}
