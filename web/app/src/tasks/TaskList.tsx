import type { Column, Project } from '@labelwright/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { ProjectJobs } from '../jobs/ProjectJobs.tsx'
import { Failure } from '../kit/Failure.tsx'
import { PageSkeleton } from '../kit/PageSkeleton.tsx'
import { BulkActions } from './BulkActions.tsx'
import { LabelConfig } from './cells.tsx'
import { ListHead } from './ListHead.tsx'
import { ListToolbar } from './ListToolbar.tsx'
import { NoTasks } from './NoTasks.tsx'
import { columnsQuery } from './queries.ts'
import { NONE } from './selection.ts'
import { TabClash } from './TabClash.tsx'
import { TaskTable } from './TaskTable.tsx'
import classes from './tasks.module.css'
import { useTabs } from './useTabs.ts'
import { useTaskList } from './useTaskList.ts'

// What not everybody opens is loaded when somebody does.
const TaskTiles = lazy(async () => ({ default: (await import('./TaskTiles.tsx')).TaskTiles }))
const TaskBeside = lazy(async () => ({ default: (await import('./TaskBeside.tsx')).TaskBeside }))
const TaskJson = lazy(async () => ({ default: (await import('./TaskJson.tsx')).TaskJson }))
const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog.tsx')).ImportDialog }))
const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }))

export function TaskList({ project, tab }: { project: Project; tab?: number }) {
  const columns = useQuery({
    ...columnsQuery(project.id),
    // The last column, `data`, only groups the fields that stand for themselves.
    select: (answer) => answer.columns.filter((column) => column.children === undefined),
  })
  if (columns.isLoadingError) return <Failure error={columns.error} retry={() => void columns.refetch()} />
  if (!columns.data) return <PageSkeleton />
  // Another tab is another list: nothing of the one before is carried over.
  return <Loaded key={tab} project={project} columns={columns.data} tab={tab} />
}

interface LoadedProps {
  project: Project
  columns: readonly Column[]
  tab: number | undefined
}

function Loaded({ project, columns, tab }: LoadedProps) {
  const navigate = useNavigate()
  const { dialog, beside } = useSearch({ from: '/inside/projects/$project/data' })
  const tabs = useTabs(project.id, columns, tab)
  const { view } = tabs
  const hidden = beside === undefined ? view.hidden : view.hiddenBeside
  const list = useTaskList(project.id, tab, view, hidden)
  const [json, setJson] = useState<number>()
  const isEmpty = !project.task_number && list.totals?.total === 0 && view.filters.items.length === 0
  const setDialog = (next: 'import' | 'export' | undefined) =>
    void navigate({
      to: '/projects/$project/data',
      params: { project: project.id },
      search: ({ dialog: _, ...before }) => (next ? { ...before, dialog: next } : before),
      replace: true,
    })
  const onHide = (name: string) =>
    tabs.change((latest) =>
      beside === undefined ? { hidden: [...latest.hidden, name] } : { hiddenBeside: [...latest.hiddenBeside, name] },
    )
  if (tab !== undefined && tabs.isPending) return <PageSkeleton />
  const shown = { columns, view, hidden, list, onChange: tabs.change, onHide, onJson: setJson }

  return (
    <LabelConfig.Provider value={project.label_config}>
      <div className="lw-full">
        <ListHead project={project} list={list} isEmpty={isEmpty} onDialog={setDialog} />
        <ProjectJobs project={project.id} />
        {!isEmpty && <ListToolbar tabs={tabs} columns={columns} list={list} isBeside={beside !== undefined} />}
        {tabs.unsaved === 'clash' && <TabClash tabs={tabs} />}
        <div className={classes.sides}>
          <div className={classes.side}>
            <BulkActions project={project.id} list={list} onDone={() => list.setSelection(NONE)} />
            {isEmpty && <NoTasks onImport={() => setDialog('import')} />}
            <Suspense fallback={<PageSkeleton />}>
              {!isEmpty && (view.layout === 'grid' ? <TaskTiles {...shown} /> : <TaskTable {...shown} />)}
            </Suspense>
          </div>
          {beside !== undefined && (
            <Suspense>
              <TaskBeside project={project} list={list} onJson={setJson} />
            </Suspense>
          )}
        </div>
        <Suspense>
          {dialog === 'import' && <ImportDialog project={project} opened onClose={() => setDialog(undefined)} />}
          {dialog === 'export' && <ExportDialog project={project} opened onClose={() => setDialog(undefined)} />}
          {json !== undefined && <TaskJson task={json} onClose={() => setJson(undefined)} />}
        </Suspense>
      </div>
    </LabelConfig.Provider>
  )
}
