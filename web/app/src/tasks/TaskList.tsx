import { listColumns, type Project, type SelectedItems } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Group, Text, Title } from '@mantine/core'
import { IconDownload, IconPlayerPlay, IconSettings, IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ProjectJobs } from '../jobs/ProjectJobs.tsx'
import { Failure } from '../kit/Failure.tsx'
import { PageSkeleton } from '../kit/PageSkeleton.tsx'
import { BulkActions } from './BulkActions.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { NoTasks } from './NoTasks.tsx'
import { TaskTable } from './TaskTable.tsx'
import classes from './tasks.module.css'
import { useTabs } from './useTabs.ts'
import { ViewTabs } from './ViewTabs.tsx'

export function TaskList({ project, tab }: { project: Project; tab?: number }) {
  const columns = useQuery({ queryKey: ['columns', project.id], queryFn: () => listColumns(project.id) })
  if (columns.isLoadingError) return <Failure error={columns.error} retry={() => void columns.refetch()} />
  if (!columns.data) return <PageSkeleton />
  // The last column, `data`, only groups the fields that stand for themselves.
  const shown = columns.data.columns.filter((column) => column.children === undefined)
  return <Loaded project={project} columns={shown} {...(tab !== undefined && { tab })} />
}

interface LoadedProps {
  project: Project
  columns: Parameters<typeof useTabs>[1]
  tab?: number
}

function Loaded({ project, columns, tab }: LoadedProps) {
  const navigate = useNavigate()
  const tabs = useTabs(project.id, columns, tab)
  const [selection, setSelection] = useState<SelectedItems>({ all: false, included: [] })
  const { dialog } = useSearch({ from: '/inside/projects/$project/data' })
  const [count, setCount] = useState<number>()
  const { view } = tabs
  const empty = project.task_number === 0 && count === 0 && view.filters.length === 0
  const setDialog = (next: 'import' | 'export' | undefined) =>
    void navigate({
      to: '/projects/$project/data',
      params: { project: project.id },
      search: ({ dialog: _, ...before }) => (next ? { ...before, dialog: next } : before),
      replace: true,
    })
  const none: SelectedItems = { all: false, included: [] }

  return (
    <div className="lw-full">
      <div className={classes.head}>
        <Group gap="sm" wrap="nowrap" miw={0}>
          <Title order={1} size="h3" lineClamp={1}>
            {project.title}
          </Title>
          <Link
            to="/projects/$project/settings/{-$section}"
            params={{ project: project.id }}
            aria-label={t('settings.title')}
            className={classes.settings}
          >
            <IconSettings size={18} />
          </Link>
        </Group>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" leftSection={<IconUpload size={16} />} onClick={() => setDialog('import')}>
            {t('tasks.import')}
          </Button>
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => setDialog('export')}>
            {t('tasks.export')}
          </Button>
          <Button
            leftSection={<IconPlayerPlay size={16} />}
            disabled={empty}
            onClick={() =>
              void navigate({ to: '/projects/$project/data', params: { project: project.id }, search: { labeling: 1 } })
            }
          >
            {t('tasks.label_all')}
          </Button>
        </Group>
      </div>
      {!empty && (
        <div className={classes.toolbar}>
          <ViewTabs tabs={tabs} />
          <Group gap="xs" wrap="nowrap" ml="auto">
            {count !== undefined && (
              <Text size="sm" c="dimmed" role="status" style={{ whiteSpace: 'nowrap' }}>
                {t('tasks.count', { count })}
              </Text>
            )}
            <FilterMenu columns={columns} view={view} onChange={tabs.change} />
            <ColumnMenu columns={columns} view={view} onChange={tabs.change} />
          </Group>
        </div>
      )}
      <ProjectJobs project={project.id} />
      <BulkActions
        project={project.id}
        view={view}
        total={count ?? 0}
        selection={selection}
        onDone={() => setSelection(none)}
        onClear={() => setSelection(none)}
      />
      {empty && <NoTasks onImport={() => setDialog('import')} />}
      <TaskTable
        project={project.id}
        columns={columns}
        view={view}
        onChange={tabs.change}
        selection={selection}
        onSelect={setSelection}
        onCount={setCount}
        hidden={empty}
      />
      <ImportDialog project={project} opened={dialog === 'import'} onClose={() => setDialog(undefined)} />
      <ExportDialog project={project} opened={dialog === 'export'} onClose={() => setDialog(undefined)} />
    </div>
  )
}
