import type { Job } from '@labelwright/api'
import { locale, t } from '@labelwright/i18n'
import { Badge, Button, Center, Group, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { IconStack2 } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Failure } from '../kit/Failure.tsx'
import { useTitle } from '../kit/title.ts'
import { JobBar, JobButtons } from './JobBar.tsx'
import classes from './jobs.module.css'
import { isActive, jobsQuery } from './queries.ts'
import { jobFigures, jobName, jobResult, jobState } from './words.ts'

const COLOURS = { completed: 'teal', failed: 'red', cancelled: 'gray' } as const

export function JobsPage() {
  useTitle(t('common.jobs'))
  const jobs = useInfiniteQuery(jobsQuery())
  if (jobs.isLoadingError) return <Failure error={jobs.error} retry={() => void jobs.refetch()} />
  const found = jobs.data?.pages.flatMap((page) => page.results)
  if (found?.length === 0) return <NoJobs />
  return (
    <div className="lw-page">
      <Title order={1} mb="xl">
        {t('common.jobs')}
      </Title>
      <Paper className="lw-surface" style={{ overflowX: 'auto' }}>
        {found ? (
          <JobTable jobs={found} />
        ) : (
          <Stack p="md" role="status" aria-label={t('common.loading')}>
            <Skeleton height={44} />
            <Skeleton height={44} />
            <Skeleton height={44} />
          </Stack>
        )}
      </Paper>
      {jobs.hasNextPage && (
        <Group justify="center" mt="lg">
          <Button variant="default" loading={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>
            {t('jobs.more')}
          </Button>
        </Group>
      )}
    </div>
  )
}

function JobTable({ jobs }: { jobs: readonly Job[] }) {
  return (
    <Table verticalSpacing="sm" horizontalSpacing="md" aria-label={t('common.jobs')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('jobs.column_job')}</Table.Th>
          <Table.Th className={classes.state}>{t('jobs.column_state')}</Table.Th>
          <Table.Th>{t('jobs.begun')}</Table.Th>
          <Table.Th>{t('jobs.who')}</Table.Th>
          <Table.Th aria-label={t('jobs.column_actions')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function JobRow({ job }: { job: Job }) {
  const begun = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Table.Tr>
      <Table.Td className={classes.job}>
        <Text size="sm" fw={600} truncate title={jobName(job)}>
          {jobName(job)}
        </Text>
        {job.project !== null && (
          <Link to="/projects/$project/data" params={{ project: job.project }} className={classes.project}>
            {job.project_title}
          </Link>
        )}
      </Table.Td>
      <Table.Td className={classes.state}>{isActive(job) ? <Running job={job} /> : <Ended job={job} />}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{begun.format(new Date(job.created_at))}</Table.Td>
      <Table.Td>{job.created_by?.name ?? '–'}</Table.Td>
      <Table.Td>
        <div className={classes.buttons}>
          <JobButtons job={job} />
        </div>
      </Table.Td>
    </Table.Tr>
  )
}

function Running({ job }: { job: Job }) {
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm">{jobState(job)}</Text>
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {jobFigures(job)}
        </Text>
      </Group>
      <JobBar job={job} />
    </Stack>
  )
}

function Ended({ job }: { job: Job }) {
  const colour = COLOURS[job.state as keyof typeof COLOURS] ?? 'gray'
  const words = job.state === 'failed' ? job.error : jobResult(job)
  return (
    <Stack gap={4} align="flex-start">
      <Badge color={colour} variant="light">
        {jobState(job)}
      </Badge>
      {words && (
        <Text size="sm" c="dimmed" className={classes.told}>
          {words}
        </Text>
      )}
    </Stack>
  )
}

function NoJobs() {
  return (
    <Center mih="calc(100dvh - 120px)" p="lg">
      <Stack align="center" gap="sm" maw={460} ta="center">
        <IconStack2 size={64} stroke={1.1} aria-hidden />
        <Title order={1}>{t('jobs.empty_title')}</Title>
        <Text c="dimmed">{t('jobs.empty_hint')}</Text>
      </Stack>
    </Center>
  )
}
