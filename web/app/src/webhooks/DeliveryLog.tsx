import { type Delivery, listDeliveries, retryDelivery } from '@labelwright/api'
import { locale, t } from '@labelwright/i18n'
import { Badge, Button, Skeleton, Table, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Failure } from '../kit/Failure.tsx'
import { toastError } from '../kit/toast.tsx'

const COLOURS = { queued: 'gray', delivered: 'teal', failed: 'red' } as const
const WORDS = {
  queued: () => t('webhooks.queued'),
  delivered: () => t('webhooks.delivered'),
  failed: () => t('webhooks.failed'),
}

/** What a webhook was told lately; it is looked at again while something waits. */
export function DeliveryLog({ hook }: { hook: number }) {
  const log = useQuery({
    queryKey: ['deliveries', hook],
    queryFn: () => listDeliveries(hook),
    refetchInterval: ({ state }) => (state.data?.some((delivery) => delivery.state === 'queued') ? 2000 : false),
  })
  if (log.isLoadingError) return <Failure error={log.error} retry={() => void log.refetch()} />
  if (log.isPending) return <Skeleton height={120} />
  if (log.data.length === 0) return <Text c="dimmed">{t('webhooks.log_empty')}</Text>
  return (
    <Table verticalSpacing="xs" aria-label={t('webhooks.log_open')}>
      <Table.Tbody>
        {log.data.map((delivery) => (
          <DeliveryRow key={delivery.id} hook={hook} delivery={delivery} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function DeliveryRow({ hook, delivery }: { hook: number; delivery: Delivery }) {
  const client = useQueryClient()
  const retry = useMutation({
    mutationFn: () => retryDelivery(hook, delivery.id),
    onError: toastError,
    onSuccess: () => client.invalidateQueries({ queryKey: ['deliveries', hook] }),
  })
  const at = new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'medium' })
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{at.format(new Date(delivery.created_at))}</Table.Td>
      <Table.Td>
        <Text size="sm" fw={600}>
          {delivery.action}
        </Text>
        <Text size="xs" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {delivery.error ?? delivery.answer}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge color={COLOURS[delivery.state]} variant="light" style={{ flexShrink: 0, minWidth: 'max-content' }}>
          {WORDS[delivery.state]()}
        </Badge>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {delivery.status ?? '–'}
        {delivery.milliseconds !== null && ` · ${delivery.milliseconds} ms`}
        <Text size="xs" c="dimmed">
          {t('webhooks.attempts', { count: delivery.attempts })}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        {delivery.state !== 'queued' && (
          <Button variant="default" size="xs" loading={retry.isPending} onClick={() => retry.mutate()}>
            {t('webhooks.retry')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
