import { address, type SelectedItems, type TaskQuery, type TaskTotals } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useRef, useState } from 'react'
import { toastError } from '../kit/toast.tsx'
import { between, type Place } from './gridKeys.ts'
import { isSelected, NONE, toggled, withTasks } from './selection.ts'
import { lastPlaces } from './useLastPlace.ts'
import type { TaskPages } from './useTaskPages.ts'
import { type TableView, toQuery } from './view.ts'

/** A selection names its tasks one by one; what is larger is better said by a filter. */
const MOST_AT_ONCE = 10_000
/** After so long without another letter a condition is asked. */
const TYPED = 300

export interface TaskListState {
  project: number
  query: TaskQuery
  /** The only fields asked for, when it matters. */
  include: { include?: readonly string[] }
  /** Under which name the place in the list is remembered. */
  key: string
  total: number
  /** Once they are counted. */
  totals: TaskTotals | undefined
  see: (total: number, totals: TaskTotals | undefined) => void
  active: Place
  setActive: (place: Place) => void
  selection: SelectedItems
  setSelection: (selection: SelectedItems) => void
  /** The row from which a selection is extended. */
  anchor: number | undefined
  toggle: (task: number, row: number) => void
  selectRows: (from: number, to: number, pages: TaskPages) => Promise<void>
  /** The task that is open beside the list. */
  beside: number | undefined
  isBeside: boolean
  open: (task: number, row: number) => void
  openBeside: (task: number | undefined, row: number) => void
  closeBeside: () => void
  hrefOf: (task: number) => string
}

/** Which tasks are listed, where the keys are among them, which are selected, and which one is open. */
export function useTaskList(project: number, tab: number | undefined, view: TableView, hidden: readonly string[]) {
  const navigate = useNavigate()
  const search = useSearch({ from: '/inside/projects/$project/data' })
  const { order } = view
  const [filters] = useDebouncedValue(view.filters, TYPED)
  const query = useMemo(() => toQuery({ filters, order }), [filters, order])
  const key = `${project}/${tab ?? ''}`
  const [total, setTotal] = useState(0)
  const [totals, setTotals] = useState<TaskTotals>()
  const see = useCallback((next: number, counted: TaskTotals | undefined) => {
    setTotal(next)
    setTotals(counted)
  }, [])
  const [active, setActive] = useState<Place>(() => lastPlaces.get(key)?.active ?? { row: 0, column: 0 })
  const anchor = useRef<number>(undefined)
  // What was chosen among other tasks is not chosen among these: an action on it would surprise.
  const asked = JSON.stringify([key, query.filters])
  const [chosen, setChosen] = useState({ asked, selection: NONE })
  const selection = chosen.asked === asked ? chosen.selection : NONE
  const setSelection = (next: SelectedItems) => setChosen({ asked, selection: next })
  const include = useMemo(() => resultFields(hidden), [hidden])

  const to = { to: '/projects/$project/data', params: { project } } as const
  const placeOf = (row: number) => ({ place: { row, query: JSON.stringify(query) } })
  const isBeside = search.beside !== undefined
  const openBeside = (task: number | undefined, row: number) =>
    void navigate({
      ...to,
      search: ({ annotation: _, region: __, task: ___, ...before }) => ({
        ...before,
        beside: 1,
        ...(task !== undefined && { task }),
      }),
      replace: isBeside,
      state: placeOf(row),
    })
  return {
    project,
    query,
    include,
    key,
    total,
    totals,
    see,
    active,
    setActive,
    selection,
    setSelection,
    anchor: anchor.current,
    toggle: (task, row) => {
      anchor.current = row
      setSelection(toggled(selection, task))
    },
    selectRows: async (from, to, pages) => {
      const [first, end] = between(from, to)
      if (end - first > MOST_AT_ONCE) return toastError(new Error(t('data.range_too_long', { count: MOST_AT_ONCE })))
      const start = pages.at(from)
      try {
        const ids = await pages.ids(first, end)
        const chosen = start === undefined || isSelected(selection, start.id)
        setChosen((before) => ({
          asked,
          selection: withTasks(before.asked === asked ? before.selection : NONE, ids, chosen),
        }))
      } catch (error) {
        toastError(error)
      }
    },
    beside: isBeside ? search.task : undefined,
    isBeside,
    open: (task, row) =>
      isBeside
        ? openBeside(task, row)
        : void navigate({ ...to, search: (before) => ({ ...before, task }), state: placeOf(row) }),
    openBeside,
    closeBeside: () =>
      void navigate({
        ...to,
        search: ({ annotation: _, region: __, task: ___, beside: ____, ...before }) => before,
        replace: true,
      }),
    hrefOf: (task) => address(`projects/${project}/data`, { tab, task }),
  } satisfies TaskListState
}

const RESULTS = ['annotations', 'predictions']
const FIELDS = [
  ...['id', 'inner_id', 'data', 'total_annotations', 'cancelled_annotations', 'total_predictions', 'annotators'],
  ...['annotations_ids', 'predictions_score', 'predictions_model_versions', 'file_upload', 'storage_filename'],
  ...['created_at', 'updated_at', 'updated_by', 'completed_at', 'avg_lead_time', 'draft_exists'],
]

/** Results are read by the server only for those who look at them, and say so. */
function resultFields(hidden: readonly string[]): { include?: readonly string[] } {
  const results = RESULTS.filter((of) => !hidden.includes(`${of}_results`))
  return results.length > 0
    ? { include: [...FIELDS, ...results.flatMap((of) => [`${of}_results`, `${of}_labels`])] }
    : {}
}
