import { addWebhook, changeWebhook, type Webhook, type WebhookFields, webhookActions } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Checkbox, Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { SaveBar } from '../settings/SaveBar.tsx'
import { HeaderFields } from './HeaderFields.tsx'

interface Props {
  project: number | null
  hook: Webhook | undefined
  onDone: () => void
}

const NEW = {
  url: '',
  headers: {} as Record<string, string>,
  is_active: true,
  send_payload: true,
  send_for_all_actions: true,
  actions: [] as string[],
}

export function WebhookForm({ project, hook, onDone }: Props) {
  const client = useQueryClient()
  const [edited, setEdited] = useState<WebhookFields>({})
  const values = { ...(hook ?? NEW), ...edited }
  const actions = useQuery({
    queryKey: ['webhook-actions', project === null],
    queryFn: () => webhookActions(project === null ? undefined : false),
  })
  const save = useMutation({
    mutationFn: () => (hook ? changeWebhook(hook.id, edited) : addWebhook(project, edited)),
    onSuccess: () => {
      onDone()
      return client.invalidateQueries({ queryKey: ['webhooks'] })
    },
  })
  const set = (fields: WebhookFields) => setEdited((before) => ({ ...before, ...fields }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('webhooks.address')}
          placeholder="https://"
          data-autofocus
          value={values.url}
          onChange={(event) => set({ url: event.currentTarget.value })}
        />
        <SecretField signed={hook?.is_signed ?? false} value={edited.secret} onChange={(secret) => set({ secret })} />
        <HeaderFields value={values.headers} onChange={(headers) => set({ headers })} />
        <Switch
          label={t('webhooks.active')}
          checked={values.is_active}
          onChange={(event) => set({ is_active: event.currentTarget.checked })}
        />
        <Switch
          label={t('webhooks.payload')}
          checked={values.send_payload}
          onChange={(event) => set({ send_payload: event.currentTarget.checked })}
        />
        <Switch
          label={t('webhooks.all_actions')}
          checked={values.send_for_all_actions}
          onChange={(event) => set({ send_for_all_actions: event.currentTarget.checked })}
        />
        {!values.send_for_all_actions && (
          <Checkbox.Group value={values.actions} onChange={(chosen) => set({ actions: chosen })}>
            <Stack gap="xs">
              {Object.keys(actions.data ?? {}).map((action) => (
                <Checkbox key={action} value={action} label={action} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <SaveBar
          changed={values.url !== '' && Object.keys(edited).length > 0}
          busy={save.isPending}
          error={save.error}
        />
      </Stack>
    </form>
  )
}

interface SecretFieldProps {
  signed: boolean
  /** As it will be sent: undefined keeps the present one, null ends signing. */
  value: string | null | undefined
  onChange: (secret: string | null | undefined) => void
}

function SecretField({ signed, value, onChange }: SecretFieldProps) {
  if (value === null)
    return (
      <Group justify="space-between">
        <Text size="sm" role="status">
          {t('webhooks.secret_removed')}
        </Text>
        <Button variant="default" size="xs" onClick={() => onChange(undefined)}>
          {t('webhooks.secret_keep')}
        </Button>
      </Group>
    )
  return (
    <Group align="flex-end" wrap="nowrap">
      <TextInput
        flex={1}
        label={t('webhooks.secret')}
        description={signed ? t('webhooks.secret_kept') : t('webhooks.secret_hint')}
        autoComplete="off"
        maxLength={256}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
      {signed && (
        <Button variant="default" onClick={() => onChange(null)}>
          {t('webhooks.secret_remove')}
        </Button>
      )}
    </Group>
  )
}
