import { type Job, jobFileAddress } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Progress } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { isActive, useJobChanges } from './queries.ts'
import { jobName } from './words.ts'

/** Progress as a bar; it moves where nobody knows how much there is. */
export function JobBar({ job }: { job: Job }) {
  const known = job.total !== null && job.total > 0 && job.state === 'running'
  const value = known ? Math.floor((100 * job.done) / (job.total ?? 1)) : job.state === 'queued' ? 0 : 100
  return (
    <Progress.Root size="sm" radius="xl">
      <Progress.Section
        value={value}
        animated={!known && job.state !== 'queued'}
        aria-label={t('jobs.progress', { job: jobName(job) })}
        {...(!known && { withAria: false })}
      />
    </Progress.Root>
  )
}

/** What can be done with a job in the state it is in. */
export function JobButtons({ job }: { job: Job }) {
  const { cancel, retry } = useJobChanges()
  const name = jobName(job)
  return (
    <>
      {isActive(job) && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={job.state === 'cancelling'}
          loading={cancel.isPending}
          aria-label={t('jobs.cancel_named', { job: name })}
          onClick={() => cancel.mutate(job.id)}
        >
          {t('jobs.cancel')}
        </Button>
      )}
      {job.can_retry && (
        <Button
          size="compact-sm"
          variant="default"
          loading={retry.isPending}
          aria-label={t('jobs.retry_named', { job: name })}
          onClick={() => retry.mutate(job.id)}
        >
          {t('jobs.retry')}
        </Button>
      )}
      {job.result?.file !== undefined && (
        <Button
          size="compact-sm"
          component="a"
          href={jobFileAddress(job.id)}
          download
          leftSection={<IconDownload size={14} />}
          aria-label={t('jobs.download_named', { job: name })}
        >
          {t('jobs.download')}
        </Button>
      )}
    </>
  )
}
