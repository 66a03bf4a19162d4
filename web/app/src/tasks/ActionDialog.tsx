import { type Action, type ActionField, getActionForm, type JsonObject, runAction, startAction } from '@labelwright/api'
import { type TextKey, t } from '@labelwright/i18n'
import { Alert, Button, Group, Loader, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MANY } from '../jobs/many.ts'
import { watch } from '../jobs/watched.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { FailureNote } from '../kit/Failure.tsx'
import { messageOf } from '../kit/message.ts'
import { toast } from '../kit/toast.tsx'
import { projectQuery } from '../projects/queries.ts'
import { actionTitle, isDeletion } from './BulkActions.tsx'
import { tasksKey } from './key.ts'
import { viewsQuery } from './queries.ts'
import type { TaskListState } from './useTaskList.ts'

interface ActionDialogProps {
  project: number
  action: Action
  list: TaskListState
  count: number
  onClose: () => void
  onDone: () => void
}

/** Asks what an action needs to know and whether it is meant; for many tasks, or a whole project, it becomes a job. */
export function ActionDialog({ project, action, list, count, onClose, onDone }: ActionDialogProps) {
  const client = useQueryClient()
  const title = actionTitle(action)
  const isJob = count >= MANY || action.of_project === true
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
      if (!isJob) return runAction(project, action.id, query)
      watch(await startAction(project, action.id, query))
      return undefined
    },
    onSuccess: async (answer) => {
      onClose()
      onDone()
      if (!answer) return
      toast(answer.detail ?? t('tasks.action_done'))
      await Promise.all(
        [tasksKey(project), projectQuery(project).queryKey, ['columns', project], viewsQuery(project).queryKey].map(
          (queryKey) => client.invalidateQueries({ queryKey }),
        ),
      )
    },
  })
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
          <Text>{concerned(action, count)}</Text>
          {!isDeletion(action) && action.dialog.text !== '' && (
            <Text size="sm" c="dimmed">
              {action.dialog.text}
            </Text>
          )}
          {isJob && (
            <Text size="sm" c="dimmed">
              {t('data.action_as_job')}
            </Text>
          )}
          {isWaiting && <Loader aria-label={t('common.loading')} />}
          {form.isError && <FailureNote error={form.error} retry={() => void form.refetch()} />}
          {fields.map((field) => (
            <Field
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

function concerned(action: Action, count: number): string {
  if (action.of_project) return t('data.action_concerns_all')
  return isDeletion(action) ? t('tasks.action_confirm', { count }) : t('data.action_concerns', { count })
}

const LABELS: Readonly<Record<string, TextKey & `data.${string}`>> = {
  annotator: 'data.field_annotator',
  control_tag: 'data.field_control_tag',
  custom_control_tag: 'data.field_custom_control_tag',
  model_version: 'data.field_model_version',
  new_label_name: 'data.field_new_label',
  old_label_name: 'data.field_old_label',
  source: 'data.field_source',
  source_annotation_id: 'data.field_source_annotation',
  value: 'data.field_value',
  value_name: 'data.field_value_name',
  value_type: 'data.field_value_type',
  with_counters: 'data.field_with_counters',
}

function fieldLabel({ name, label }: ActionField): string {
  const key = LABELS[name]
  return key ? (t as (key: TextKey) => string)(key) : (label ?? name)
}

const optionsOf = ({ options = [] }: ActionField) =>
  options.map((option) => (typeof option === 'string' ? { label: option, value: option } : option))

const firstValue = (field: ActionField) =>
  field.value ?? (field.type === 'select' ? (optionsOf(field)[0]?.value ?? '') : '')

interface FieldProps {
  field: ActionField
  value: JsonObject[string]
  onChange: (value: string | number) => void
}

function Field({ field, value, onChange }: FieldProps) {
  const label = fieldLabel(field)
  if (field.type === 'select') {
    return (
      <Select
        label={label}
        searchable
        // What the server offers with nothing chosen may be left so: then it is for all.
        clearable={field.value === ''}
        allowDeselect={false}
        placeholder={field.value === '' ? t('data.field_all') : undefined}
        data={optionsOf(field)}
        value={value === '' ? null : String(value)}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    )
  }
  if (field.type === 'number')
    return <NumberInput label={label} value={value === '' ? '' : Number(value)} onChange={onChange} />
  return (
    <TextInput
      label={label}
      placeholder={field.placeholder}
      value={String(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
