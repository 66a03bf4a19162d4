import type { Column, TaskTotals } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { ActionIcon, Group, Text } from '@mantine/core'
import { IconLayoutSidebarRight } from '@tabler/icons-react'
import { ColumnMenu } from './ColumnMenu.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { LookMenu } from './LookMenu.tsx'
import { OrderMenu } from './OrderMenu.tsx'
import classes from './tasks.module.css'
import type { Tabs } from './useTabs.ts'
import type { TaskListState } from './useTaskList.ts'
import { ViewTabs } from './ViewTabs.tsx'

interface ListToolbarProps {
  tabs: Tabs
  columns: readonly Column[]
  list: TaskListState
  isBeside: boolean
}

export function ListToolbar({ tabs, columns, list, isBeside }: ListToolbarProps) {
  const { view, change } = tabs
  return (
    <div className={classes.toolbar}>
      <ViewTabs tabs={tabs} />
      <Group gap="xs" wrap="nowrap" ml="auto">
        {list.totals && <Counts totals={list.totals} />}
        <FilterMenu
          project={list.project}
          columns={columns}
          filters={view.filters}
          onChange={(next) => change(({ filters }) => ({ filters: next(filters) }))}
        />
        <OrderMenu
          columns={columns}
          order={view.order}
          onChange={(next) => change(({ order }) => ({ order: next(order) }))}
        />
        <ColumnMenu columns={columns} view={view} isBeside={isBeside} onChange={change} />
        <LookMenu view={view} onChange={change} />
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('data.beside')}
          title={t('data.beside')}
          aria-pressed={isBeside}
          onClick={() => (isBeside ? list.closeBeside() : list.openBeside(undefined, 0))}
        >
          <IconLayoutSidebarRight size={16} />
        </ActionIcon>
      </Group>
    </div>
  )
}

function Counts({ totals }: { totals: TaskTotals }) {
  const { total, total_annotations: annotations, total_predictions: predictions } = totals
  return (
    <Text
      size="sm"
      c="dimmed"
      role="status"
      style={{ whiteSpace: 'nowrap' }}
      title={`${t('data.annotations', { count: annotations })}, ${t('data.predictions', { count: predictions })}`}
    >
      {t('tasks.count', { count: total })}
    </Text>
  )
}
