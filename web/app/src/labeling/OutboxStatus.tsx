import { t } from '@labelwright/i18n'
import { Badge, Button, Group, Popover, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconCloudOff, IconSend } from '@tabler/icons-react'
import { useReachable } from './connection.ts'
import type { Outbox } from './outbox.ts'

/** Says when the server does not answer, and which answers wait for it. */
export function OutboxStatus({ outbox }: { outbox: Outbox }) {
  const reachable = useReachable()
  const { waiting } = outbox
  const refused = waiting.filter((entry) => entry.refused !== undefined)
  return (
    <Group gap="xs" role="status">
      {!reachable && (
        <Badge color="orange" leftSection={<IconCloudOff size={13} />}>
          {t('labeling.offline')}
        </Badge>
      )}
      {waiting.length > 0 && (
        <Popover width={360} shadow="md" position="bottom-end">
          <Popover.Target>
            <UnstyledButton>
              <Badge color={refused.length > 0 ? 'red' : 'orange'} leftSection={<IconSend size={13} />}>
                {t('labeling.waiting', { count: waiting.length })}
              </Badge>
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap="sm">
              <Text size="sm">{t('labeling.waiting_hint')}</Text>
              {refused.map((entry) => (
                <Group key={entry.unique_id} justify="space-between" wrap="nowrap">
                  <Text size="sm">
                    {t('labeling.refused', { task: String(entry.task), reason: entry.refused ?? '' })}
                  </Text>
                  {entry.overtaken && (
                    <Button size="compact-xs" variant="default" onClick={() => void outbox.insist(entry.unique_id)}>
                      {t('labeling.send_anyway')}
                    </Button>
                  )}
                  <Button
                    size="compact-xs"
                    color="red"
                    variant="light"
                    onClick={() => void outbox.discard(entry.unique_id)}
                  >
                    {t('labeling.discard')}
                  </Button>
                </Group>
              ))}
            </Stack>
          </Popover.Dropdown>
        </Popover>
      )}
    </Group>
  )
}
