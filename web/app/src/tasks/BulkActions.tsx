import { type Action, listActions } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Menu, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { actionTitle, isDeletion } from './actionWords.ts'
import { EVERYTHING, NONE, selectedCount } from './selection.ts'
import classes from './tasks.module.css'
import type { TaskListState } from './useTaskList.ts'

const ActionDialog = lazy(async () => ({ default: (await import('./ActionDialog.tsx')).ActionDialog }))

interface BulkActionsProps {
  project: number
  list: TaskListState
  onDone: () => void
}

/** What can be done with the selected tasks, all at once. */
export function BulkActions({ project, list, onDone }: BulkActionsProps) {
  const count = selectedCount(list.selection, list.total)
  const [asked, setAsked] = useState<Action>()
  const actions = useQuery({
    queryKey: ['actions', project],
    queryFn: () => listActions(project),
    enabled: count > 0,
    staleTime: 300_000,
  })
  if (count === 0) return null
  const offered = actions.data ?? []
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('tasks.bulk')}>
      <Text size="sm" fw={600} role="status">
        {t('tasks.selected', { count })}
      </Text>
      {!list.selection.all && count < list.total && (
        <Button size="xs" variant="subtle" onClick={() => list.setSelection(EVERYTHING)}>
          {t('data.select_matching', { count: list.total })}
        </Button>
      )}
      <Menu position="bottom-start" width={320}>
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />}>
            {t('tasks.actions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered
            .toSorted((one, other) => Number(isDeletion(one)) - Number(isDeletion(other)))
            .map((action) => (
              <Menu.Item
                key={action.id}
                {...(isDeletion(action) && { color: 'var(--mantine-color-error)' })}
                onClick={() => setAsked(action)}
              >
                {actionTitle(action)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="xs" variant="subtle" onClick={() => list.setSelection(NONE)}>
        {t('tasks.clear_selection')}
      </Button>
      {asked && (
        <Suspense>
          <ActionDialog
            project={project}
            action={asked}
            list={list}
            count={count}
            onClose={() => setAsked(undefined)}
            onDone={onDone}
          />
        </Suspense>
      )}
    </div>
  )
}
