import type { Column } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { ActionIcon, Badge, Button, Group, Popover, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { IconArrowsSort, IconArrowUp, IconX } from '@tabler/icons-react'
import { columnTitle } from './cells.tsx'
import { qualified } from './columns.ts'
import { orderOf } from './view.ts'

interface OrderMenuProps {
  columns: readonly Column[]
  order: readonly string[]
  onChange: (next: (latest: readonly string[]) => readonly string[]) => void
}

/** By what the tasks are put in order: the first counts most, the next where it is equal. */
export function OrderMenu({ columns, order, onChange }: OrderMenuProps) {
  const options = columns.map((column) => ({ value: qualified(column), label: columnTitle(column) }))
  const free = options.filter(({ value }) => !orderOf(order, value))
  return (
    <Popover position="bottom-end" width={420} shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowsSort size={15} />}
          rightSection={order.length > 0 ? <Badge size="sm">{order.length}</Badge> : undefined}
        >
          {t('data.order')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('data.order')}>
        <Stack gap="xs">
          {order.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('data.no_order')}
            </Text>
          )}
          {order.map((key, at) => {
            const name = key.replace(/^-/, '')
            const title = options.find(({ value }) => value === name)?.label ?? name
            const change = (next: string | undefined) =>
              onChange((latest) => latest.flatMap((one) => (one !== key ? [one] : next === undefined ? [] : [next])))
            return (
              <Group key={name} gap="xs" wrap="nowrap">
                <Text size="sm" flex={1} truncate>
                  {at + 1}. {title}
                </Text>
                <SegmentedControl
                  size="xs"
                  aria-label={t('data.direction_of', { column: title })}
                  value={key.startsWith('-') ? 'down' : 'up'}
                  onChange={(value) => change(value === 'down' ? `-${name}` : name)}
                  data={[
                    { value: 'up', label: t('data.upwards') },
                    { value: 'down', label: t('data.downwards') },
                  ]}
                />
                <ActionIcon
                  aria-label={t('data.order_earlier', { column: title })}
                  disabled={at === 0}
                  onClick={() =>
                    onChange((latest) => {
                      const rest = latest.filter((one) => one !== key)
                      return [...rest.slice(0, at - 1), key, ...rest.slice(at - 1)]
                    })
                  }
                >
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon aria-label={t('data.order_without', { column: title })} onClick={() => change(undefined)}>
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            )
          })}
          <Select
            size="xs"
            searchable
            openOnFocus={false}
            aria-label={t('data.order_by')}
            placeholder={order.length === 0 ? t('data.order_by') : t('data.then_by')}
            comboboxProps={{ withinPortal: false }}
            data={free}
            value={null}
            onChange={(value) => value && onChange((latest) => [...latest, value])}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
