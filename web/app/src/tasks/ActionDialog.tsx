import { type Action, type ActionField as FieldData, getActionForm, type JsonObject } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { FailureNote } from '../kit/Failure.tsx'
import { messageOf } from '../kit/message.ts'
import { ActionField } from './ActionField.tsx'
import { actionAsks, actionTitle, isDeletion, optionsOf } from './actionWords.ts'
import { GRACE } from './deletions.ts'
import { isJob, perform, performSoon } from './performAction.ts'
import type { TaskListState } from './useTaskList.ts'

interface ActionDialogProps {
  project: number
  action: Action
  list: TaskListState
  count: number
  onClose: () => void
  onDone: () => void
}

/** Asks what an action needs to know and whether it is meant. */
export function ActionDialog({ project, action, list, count, onClose, onDone }: ActionDialogProps) {
  const client = useQueryClient()
  const title = actionTitle(action)
  const form = useQuery({
    queryKey: ['action-form', project, action.id],
    queryFn: () => getActionForm(project, action.id),
    enabled: action.dialog.form === null,
  })
  const fields = (action.dialog.form ?? form.data ?? []).flatMap((part) => part.fields)
  const [typed, setTyped] = useState<JsonObject>({})
  const given = Object.fromEntries(fields.map((field) => [field.name, typed[field.name] ?? firstValue(field)]))

  const run = useMutation({
    mutationFn: async () => {
      const query = { ...given, ...list.query, selectedItems: list.selection }
      const asked = { project, action, count, query }
      if (isDeletion(action)) performSoon(client, asked)
      else await perform(client, asked)
    },
    onSuccess: () => {
      onClose()
      onDone()
    },
  })
  const notes = [
    actionAsks(action),
    ...(isDeletion(action) ? [t('actions.undone_for', { count: GRACE })] : []),
    ...(isJob({ action, count }) ? [t('actions.as_job')] : []),
  ].filter(Boolean)
  const isWaiting = action.dialog.form === null && form.isPending
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          run.mutate()
        }}
      >
        <Stack>
          <Text>{action.of_project ? t('actions.concerns_all') : t('actions.concerns', { count })}</Text>
          {notes.map((note) => (
            <Text key={note} size="sm" c="dimmed">
              {note}
            </Text>
          ))}
          {isWaiting && <Loader role="status" aria-label={t('common.loading')} />}
          {form.isError && <FailureNote error={form.error} retry={() => void form.refetch()} />}
          {fields.map((field) => (
            <ActionField
              key={field.name}
              field={field}
              value={given[field.name] ?? ''}
              onChange={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
          {run.isError && (
            <Alert color="red" role="alert">
              {messageOf(run.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              color={isDeletion(action) ? 'red' : 'teal'}
              loading={run.isPending}
              disabled={isWaiting || form.isError}
              data-autofocus={!isDeletion(action) || undefined}
            >
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

const firstValue = (field: FieldData) =>
  field.value ?? (field.type === 'select' ? (optionsOf(field)[0]?.value ?? '') : '')
