import { ApiError, cancelJob, getJob, type Job, listJobs, retryJob } from '@labelwright/api'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toastError } from '../kit/toast.tsx'
import { watch } from './watched.ts'

const PAGE = 30
const RUNNING_MS = 1000
const IDLE_MS = 10_000

export const isActive = (job: Job): boolean => job.finished_at === null

/** A server that is away comes back, and its jobs go on; what it refuses to show stays so. */
export function isOver(job: Job | undefined, error: Error | null): boolean {
  if (error instanceof ApiError && error.status < 500) return true
  return job !== undefined && !isActive(job)
}

/** One job, asked for again while it runs. */
export const jobQuery = (id: number) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: () => getJob(id),
    staleTime: RUNNING_MS / 2,
    refetchInterval: ({ state: { data, error } }) => (isOver(data, error) ? false : RUNNING_MS),
  })

export const jobsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['jobs'],
    queryFn: ({ pageParam }) => listJobs({ page: pageParam, page_size: PAGE }),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => (last.next ? pages.length + 1 : undefined),
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.results.some(isActive)) ? RUNNING_MS : IDLE_MS,
  })

/** What a person can do with a job; wherever it is on screen it is shown anew. */
export function useJobChanges() {
  const client = useQueryClient()
  const shown = async (job: Job) => {
    client.setQueryData(jobQuery(job.id).queryKey, job)
    await client.invalidateQueries({ queryKey: jobsQuery().queryKey })
  }
  return {
    cancel: useMutation({ mutationFn: cancelJob, onError: toastError, onSuccess: shown }),
    retry: useMutation({
      mutationFn: retryJob,
      onError: toastError,
      onSuccess: async (job) => {
        await shown(job)
        watch(job)
      },
    }),
  }
}
