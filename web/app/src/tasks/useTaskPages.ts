import {
  ApiError,
  countTasks,
  listTasks,
  type Task,
  type TaskPage,
  type TaskQuery,
  type TaskTotals,
} from '@labelwright/api'
import { keepPreviousData, type QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { tasksKey } from './key.ts'

export const PAGE_SIZE = 100
/** What others did is seen after so long; nothing is asked while the page is hidden. */
const REFRESH = 10_000
/** Pages that nobody looks at are forgotten soon: a million rows are many. */
const KEPT = 60_000
const IDS_AT_ONCE = 1000

/** A page of the list. `include`: the only fields asked for. */
export const taskPageQuery = (project: number, query: TaskQuery, page: number, include?: readonly string[]) => {
  const keyOf = (number: number) => [...tasksKey(project), query, number, include ?? null]
  return {
    queryKey: keyOf(page),
    queryFn: ({ client, signal }: { client: QueryClient; signal: AbortSignal }) => {
      // Behind a task that is known a page is found at once, however deep it is.
      const after = client.getQueryData<TaskPage>(keyOf(page - 1))?.tasks.at(-1)?.id
      const options = { page, page_size: PAGE_SIZE, query, totals: false, signal, ...(include && { include }) }
      return listTasks(project, { ...options, ...(after !== undefined && { after }) })
    },
    gcTime: KEPT,
  }
}

/** What the list counts: rows do not wait for it. */
const totalsQuery = (project: number, query: TaskQuery) => ({
  queryKey: [...tasksKey(project), query, 'totals'],
  queryFn: ({ signal }: { signal: AbortSignal }) => countTasks(project, query, signal),
})

export interface TaskPages {
  total: number
  totals: TaskTotals | undefined
  /** `total` is only what is seen so far. */
  isCounting: boolean
  at: (row: number) => Task | undefined
  /** The tasks of the rows from one up to, not including, another, whether they are loaded or not. */
  ids: (from: number, to: number) => Promise<number[]>
  isPending: boolean
  /** What is shown answers the previous question; the next answer is on its way. */
  isStale: boolean
  error: unknown
  refetch: () => void
}

interface Options {
  include?: readonly string[]
  /** See what others do. */
  live?: boolean
}

/** Rows `from`–`to` of the task list, by pages: a million rows are never asked for at once. */
export function useTaskPages(
  project: number,
  query: TaskQuery,
  from: number,
  to: number,
  { include, live = false }: Options = {},
): TaskPages {
  const client = useQueryClient()
  // What the server has refused once it refuses again; only silence is worth another try.
  const refetchInterval = (asked: { state: { error: unknown } }) =>
    live && !(asked.state.error instanceof ApiError) ? REFRESH : false
  const first = useQuery({
    ...taskPageQuery(project, query, 1, include),
    placeholderData: keepPreviousData,
    refetchInterval,
  })
  const counted = useQuery({ ...totalsQuery(project, query), placeholderData: keepPreviousData, refetchInterval })
  // While another question is on its way the answer to the last one stays; until a list is counted there is what is seen of it.
  const isCounted = counted.data !== undefined && (first.isPlaceholderData || !counted.isPlaceholderData)
  const total = isCounted ? counted.data.total : (first.data?.tasks.length ?? 0)
  const start = Math.floor(from / PAGE_SIZE) + 1
  const end = Math.max(start, Math.ceil(Math.min(to, total) / PAGE_SIZE))
  const numbers = Array.from({ length: end - start + 1 }, (_, i) => start + i).filter((page) => page > 1)
  const pages = useQueries({
    queries: numbers.map((page) => ({ ...taskPageQuery(project, query, page, include), refetchInterval })),
  })
  usePageAhead(start, end, Math.ceil(total / PAGE_SIZE), (next, seen) => {
    const ahead = async () => {
      // What is seen comes first, and says where the next one begins.
      await client.ensureQueryData(taskPageQuery(project, query, seen, include))
      await client.prefetchQuery(taskPageQuery(project, query, next, include))
    }
    // Who scrolls on does not want it any more.
    ahead().catch(() => undefined)
  })
  const at = (row: number): Task | undefined => {
    const page = Math.floor(row / PAGE_SIZE) + 1
    const data = page === 1 ? first.data : pages[numbers.indexOf(page)]?.data
    // Rows come into view before their page is asked for, or while another is.
    const known = data ?? client.getQueryData<TaskPage>(taskPageQuery(project, query, page, include).queryKey)
    return known?.tasks[row % PAGE_SIZE]
  }
  const ids = async (from: number, to: number): Promise<number[]> => {
    const known = Array.from({ length: to - from }, (_, i) => at(from + i)?.id)
    if (!known.includes(undefined)) return known.filter((id) => id !== undefined)
    const found: number[] = []
    for (let page = Math.floor(from / IDS_AT_ONCE); page * IDS_AT_ONCE < to; page++) {
      const options = { page: page + 1, page_size: IDS_AT_ONCE, query, include: ['id'] }
      const { tasks } = await listTasks(project, options)
      const skipped = Math.max(0, from - page * IDS_AT_ONCE)
      found.push(...tasks.slice(skipped, to - page * IDS_AT_ONCE).map(({ id }) => id))
    }
    return found
  }
  return {
    total,
    totals: isCounted ? counted.data : undefined,
    isCounting: !isCounted && !counted.isError,
    at,
    ids,
    isPending: first.isPending,
    isStale: first.isPlaceholderData,
    error: first.data ? null : first.error,
    refetch: () => void first.refetch(),
  }
}

/** Of `count` pages the one that comes next in the direction of scrolling is asked for before it is seen. */
function usePageAhead(first: number, last: number, count: number, ask: (next: number, seen: number) => void): void {
  const before = useRef(first)
  const current = useRef(ask)
  current.current = ask
  useEffect(() => {
    const isUp = first < before.current
    before.current = first
    const [next, seen] = isUp ? [first - 1, first] : [last + 1, last]
    if (next >= 1 && next <= count) current.current(next, seen)
  }, [first, last, count])
}
