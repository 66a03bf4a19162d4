import { type Action, listActions, runAction, type SelectedItems, startAction } from '@labelwright/api'
import { type TextKey, t } from '@labelwright/i18n'
import { Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MANY } from '../jobs/many.ts'
import { watch } from '../jobs/watched.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { toast, toastError } from '../kit/toast.tsx'
import { projectQuery } from '../projects/queries.ts'
import { selectedCount } from './selection.ts'
import classes from './tasks.module.css'
import { tasksKey } from './useTaskPages.ts'
import { type TableView, toQuery } from './view.ts'

/** What this page can do with a selection without asking further questions. */
const OFFERED: Readonly<Record<string, TextKey>> = {
  delete_tasks: 'tasks.action_delete_tasks',
  delete_tasks_annotations: 'tasks.action_delete_annotations',
  delete_tasks_predictions: 'tasks.action_delete_predictions',
}

interface BulkActionsProps {
  project: number
  view: TableView
  total: number
  selection: SelectedItems
  onDone: () => void
  onClear: () => void
}

export function BulkActions({ project, view, total, selection, onDone, onClear }: BulkActionsProps) {
  const client = useQueryClient()
  const count = selectedCount(selection, total)
  const [asked, setAsked] = useState<Action>()
  const actions = useQuery({
    queryKey: ['actions', project],
    queryFn: () => listActions(project),
    enabled: count > 0,
    staleTime: 300_000,
  })
  const run = useMutation({
    mutationFn: async (action: Action) => {
      const query = { ...toQuery(view), selectedItems: selection }
      if (count < MANY) return runAction(project, action.id, query)
      watch(await startAction(project, action.id, query))
      return undefined
    },
    onError: toastError,
    onSuccess: async (answer) => {
      setAsked(undefined)
      onDone()
      if (!answer) return
      toast(answer.detail ?? t('tasks.action_done'))
      await Promise.all([
        client.invalidateQueries({ queryKey: tasksKey(project) }),
        client.invalidateQueries({ queryKey: projectQuery(project).queryKey }),
        client.invalidateQueries({ queryKey: ['columns', project] }),
      ])
    },
  })
  if (count === 0) return null
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('tasks.bulk')}>
      <Text size="sm" fw={600} role="status">
        {t('tasks.selected', { count })}
      </Text>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />}>
            {t('tasks.actions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(actions.data ?? [])
            .filter((action) => action.id in OFFERED)
            .map((action) => (
              <Menu.Item key={action.id} color="var(--mantine-color-error)" onClick={() => setAsked(action)}>
                {titleOf(action)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="xs" variant="subtle" onClick={onClear}>
        {t('tasks.clear_selection')}
      </Button>
      <Dialog opened={asked !== undefined} onClose={() => setAsked(undefined)} title={asked && titleOf(asked)}>
        {asked && (
          <Stack>
            <Text>{t('tasks.action_confirm', { count })}</Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsked(undefined)}>
                {t('common.cancel')}
              </Button>
              <Button color="red" loading={run.isPending} onClick={() => run.mutate(asked)}>
                {titleOf(asked)}
              </Button>
            </Group>
          </Stack>
        )}
      </Dialog>
    </div>
  )
}

function titleOf(action: Action): string {
  const key = OFFERED[action.id]
  return key ? (t as (key: TextKey) => string)(key) : action.title
}
