import { ApiError, type Job } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Loader } from '@mantine/core'
import { type QueryKey, useQueries, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { toast, toastError } from '../kit/toast.tsx'
import { projectQuery } from '../projects/queries.ts'
import { tasksKey } from '../tasks/key.ts'
import classes from './jobs.module.css'
import { isActive, jobQuery, jobsQuery } from './queries.ts'
import { told, unwatch, type Watched } from './watched.ts'
import { jobName, jobResult, jobState } from './words.ts'

/** Sees jobs to their end: says so, and shows anew what they have changed. */
export default function JobWatcher({ jobs }: { jobs: readonly Watched[] }) {
  const client = useQueryClient()
  const answers = useQueries({ queries: jobs.map(({ id }) => jobQuery(id)) })

  useEffect(() => {
    answers.forEach(({ data: job, error }, place) => {
      const one = jobs[place]
      if (one && error instanceof ApiError && error.status === 404) unwatch(one.id)
      if (!job || isActive(job) || one?.told) return
      announce(job)
      // Its page must not go on showing what is no more.
      if (one && one.project !== null && isHomeless(job)) void client.resetQueries(projectQuery(one.project))
      for (const queryKey of changedBy(one?.project ?? job.project)) void client.invalidateQueries({ queryKey })
    })
  }, [answers, jobs, client])

  const count = answers.filter(({ data }) => data && isActive(data)).length
  if (count === 0) return null
  return (
    <div role="status">
      <Link to="/jobs" className={classes.pill}>
        <Loader size={14} aria-hidden />
        {t('jobs.active', { count })}
      </Link>
    </div>
  )
}

/** What needs an answer (an error, a file to fetch) stays where the job was begun until somebody dismisses it. */
function announce(job: Job): void {
  if (job.state === 'completed') toast(jobResult(job))
  if (job.state === 'failed' && isHomeless(job)) toastError(new Error(`${jobName(job)}: ${job.error ?? jobState(job)}`))
  if ((job.state === 'failed' && !isHomeless(job)) || job.result?.file !== undefined) told(job.id)
  else unwatch(job.id)
}

/** A copy that failed or was cancelled took its project along, and with it the page that would tell. */
const isHomeless = ({ project, state }: Job): boolean => project === null && state !== 'completed'

function changedBy(project: number | null): QueryKey[] {
  const ofProject = project === null ? [] : [tasksKey(project), projectQuery(project).queryKey, ['columns', project]]
  return [...ofProject, ['projects'], jobsQuery().queryKey]
}
