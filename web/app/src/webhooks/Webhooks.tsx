import { deleteWebhook, listWebhooks, type Project, testWebhook, type Webhook } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Badge, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { Failure } from '../kit/Failure.tsx'
import { useTitle } from '../kit/title.ts'
import { toast, toastError } from '../kit/toast.tsx'
import { DeliveryLog } from './DeliveryLog.tsx'
import { WebhookForm } from './WebhookForm.tsx'

export function ProjectWebhooks({ project }: { project: Project }) {
  return <Webhooks project={project.id} />
}

export function WorkspaceWebhooks() {
  useTitle(t('webhooks.title'))
  return (
    <div className="lw-page" style={{ maxWidth: 980 }}>
      <Title order={1} mb="xl">
        {t('webhooks.title')}
      </Title>
      <Webhooks project={null} />
    </div>
  )
}

type Open = { what: 'form'; hook?: Webhook } | { what: 'log' | 'delete'; hook: Webhook }

/** The webhooks of a project, or (null) those that belong to the whole workspace. */
function Webhooks({ project }: { project: number | null }) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const hooks = useQuery({ queryKey: ['webhooks', project], queryFn: () => listWebhooks(project) })
  if (hooks.isLoadingError) return <Failure error={hooks.error} retry={() => void hooks.refetch()} />
  const mine = hooks.data?.filter((hook) => hook.project === project)
  return (
    <Stack>
      <Group justify="space-between">
        <Text c="dimmed">{mine?.length === 0 ? t('webhooks.empty') : t('webhooks.hint')}</Text>
        <Button onClick={() => setOpen({ what: 'form' })}>{t('webhooks.add')}</Button>
      </Group>
      {hooks.isPending && <Skeleton height={72} />}
      {mine?.map((hook) => (
        <WebhookCard key={hook.id} hook={hook} onOpen={(what) => setOpen({ what, hook })} />
      ))}
      <Dialog
        opened={open?.what === 'form'}
        onClose={close}
        title={open?.hook ? t('webhooks.change', { url: open.hook.url }) : t('webhooks.new')}
      >
        <WebhookForm project={project} hook={open?.hook} onDone={close} />
      </Dialog>
      <Dialog
        opened={open?.what === 'log'}
        onClose={close}
        size="xl"
        title={t('webhooks.log', { url: open?.hook?.url ?? '' })}
      >
        {open?.hook && <DeliveryLog hook={open.hook.id} />}
      </Dialog>
      <Dialog opened={open?.what === 'delete'} onClose={close} title={t('webhooks.delete_title')}>
        {open?.hook && <DeleteWebhook hook={open.hook} onDone={close} />}
      </Dialog>
    </Stack>
  )
}

function WebhookCard({ hook, onOpen }: { hook: Webhook; onOpen: (what: Open['what']) => void }) {
  const client = useQueryClient()
  const test = useMutation({
    mutationFn: () => testWebhook(hook.id),
    onError: toastError,
    onSuccess: () => {
      toast(t('webhooks.test_sent'))
      onOpen('log')
      return client.invalidateQueries({ queryKey: ['deliveries', hook.id] })
    },
  })
  return (
    <Paper p="md" className="lw-surface" role="group" aria-label={hook.url}>
      <Group justify="space-between">
        <div style={{ minWidth: 0, flex: '1 1 360px' }}>
          <Text fw={600} truncate title={hook.url}>
            {hook.url}
          </Text>
          <Group gap="xs">
            {!hook.is_active && <Badge color="gray">{t('webhooks.off')}</Badge>}
            {hook.is_signed && <Badge>{t('webhooks.signed')}</Badge>}
            <Text size="sm" c="dimmed">
              {hook.send_for_all_actions ? t('webhooks.all_actions') : hook.actions.join(', ')}
            </Text>
          </Group>
        </div>
        <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
          <Button variant="default" disabled={!hook.is_active} loading={test.isPending} onClick={() => test.mutate()}>
            {t('webhooks.test')}
          </Button>
          <Button variant="default" onClick={() => onOpen('log')}>
            {t('webhooks.log_open')}
          </Button>
          <Button variant="default" onClick={() => onOpen('form')}>
            {t('webhooks.edit')}
          </Button>
          <Button color="red" variant="light" onClick={() => onOpen('delete')}>
            {t('webhooks.delete')}
          </Button>
        </Group>
      </Group>
    </Paper>
  )
}

function DeleteWebhook({ hook, onDone }: { hook: Webhook; onDone: () => void }) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => deleteWebhook(hook.id),
    onError: toastError,
    onSuccess: () => {
      toast(t('webhooks.removed'))
      onDone()
      return client.invalidateQueries({ queryKey: ['webhooks'] })
    },
  })
  return (
    <Stack>
      <Text style={{ overflowWrap: 'anywhere' }}>{hook.url}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('webhooks.delete')}
        </Button>
      </Group>
    </Stack>
  )
}
