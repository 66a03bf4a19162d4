import { listTasks, type Task, type TaskQuery } from '@labelwright/api'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'

export const PAGE_SIZE = 100

/** Key of everything that shows tasks of a project; refreshed when tasks change. */
export const tasksKey = (project: number) => ['tasks', project] as const

const pageQuery = (project: number, query: TaskQuery, page: number) => ({
  queryKey: [...tasksKey(project), query, page],
  queryFn: ({ signal }: { signal: AbortSignal }) => listTasks(project, { page, page_size: PAGE_SIZE, query, signal }),
})

export interface TaskPages {
  total: number
  at: (row: number) => Task | undefined
  isPending: boolean
  error: unknown
  refetch: () => void
}

/** Rows `from`–`to` of the task list, by pages: a million rows are never asked for at once. */
export function useTaskPages(project: number, query: TaskQuery, from: number, to: number): TaskPages {
  const first = useQuery({ ...pageQuery(project, query, 1), placeholderData: keepPreviousData })
  const total = first.data?.total ?? 0
  const start = Math.floor(from / PAGE_SIZE) + 1
  const end = Math.max(start, Math.ceil(Math.min(to, total) / PAGE_SIZE))
  const numbers = Array.from({ length: end - start + 1 }, (_, i) => start + i).filter((page) => page > 1)
  const pages = useQueries({ queries: numbers.map((page) => pageQuery(project, query, page)) })
  const at = (row: number): Task | undefined => {
    const page = Math.floor(row / PAGE_SIZE) + 1
    const data = page === 1 ? first.data : pages[numbers.indexOf(page)]?.data
    return data?.tasks[row % PAGE_SIZE]
  }
  return {
    total,
    at,
    isPending: first.isPending,
    error: first.error,
    refetch: () => void first.refetch(),
  }
}
