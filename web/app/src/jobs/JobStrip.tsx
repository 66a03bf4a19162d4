import type { Job } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { CloseButton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { JobBar, JobButtons } from './JobBar.tsx'
import classes from './jobs.module.css'
import { isActive, jobQuery } from './queries.ts'
import { unwatch, type Watched } from './watched.ts'
import { jobFigures, jobName, jobResult, jobState } from './words.ts'

/** The jobs of a project that were begun here, above what they work on. */
export default function JobStrip({ jobs }: { jobs: readonly Watched[] }) {
  return (
    <section aria-label={t('jobs.running_here')} className={classes.strip}>
      {jobs.map(({ id }) => (
        <StripRow key={id} id={id} />
      ))}
    </section>
  )
}

function StripRow({ id }: { id: number }) {
  const job = useQuery(jobQuery(id)).data
  if (!job) return null
  return (
    <div className={classes.row} data-state={job.state}>
      <div className={classes.words}>
        <Text size="sm" fw={600} truncate title={jobName(job)}>
          {jobName(job)}
        </Text>
        <Text
          size="sm"
          c={job.state === 'failed' ? 'var(--mantine-color-text)' : 'dimmed'}
          role="status"
          className={classes.told}
        >
          {told(job)}
        </Text>
      </div>
      {isActive(job) && (
        <div className={classes.bar}>
          <JobBar job={job} />
        </div>
      )}
      <JobButtons job={job} />
      {!isActive(job) && (
        <CloseButton size="sm" aria-label={t('jobs.dismiss', { job: jobName(job) })} onClick={() => unwatch(job.id)} />
      )}
    </div>
  )
}

function told(job: Job): string {
  if (job.error !== null && job.state === 'failed') return job.error
  if (job.state === 'completed') return jobResult(job)
  return [jobState(job), jobFigures(job)].filter(Boolean).join(' · ')
}
