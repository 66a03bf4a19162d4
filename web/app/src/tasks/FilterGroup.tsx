import type { Column, Filters } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { ActionIcon, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconFolderPlus, IconPlus, IconX } from '@tabler/icons-react'
import { FilterRow } from './FilterRow.tsx'
import { isGroup, newFilter, replaced } from './filters.ts'
import classes from './tasks.module.css'

/** Deeper ones can be read and changed, but people would no longer see through them. */
const DEEPEST = 3

interface FilterGroupProps {
  columns: readonly Column[]
  group: Filters
  depth: number
  onChange: (group: Filters) => void
  onRemove?: () => void
}

/** Conditions that hold all together or any of them; some may be groups themselves. */
export function FilterGroup({ columns, group, depth, onChange, onRemove }: FilterGroupProps) {
  const first = columns.find((one) => one.parent) ?? columns[0]
  const add = () => first && onChange({ ...group, items: [...group.items, newFilter(first)] })
  const addGroup = () => {
    const inner: Filters = {
      conjunction: group.conjunction === 'and' ? 'or' : 'and',
      items: first ? [newFilter(first)] : [],
    }
    onChange({ ...group, items: [...group.items, inner] })
  }
  return (
    <Stack
      gap="xs"
      role="group"
      aria-label={depth === 0 ? t('data.conditions') : t('data.group')}
      className={depth === 0 ? undefined : classes.filterGroup}
    >
      {group.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {depth === 0 ? t('tasks.no_filters') : t('data.group_empty')}
        </Text>
      )}
      {(group.items.length > 1 || depth > 0) && (
        <Group justify="space-between">
          <SegmentedControl
            size="xs"
            aria-label={t('tasks.conjunction')}
            value={group.conjunction}
            onChange={(value) => onChange({ ...group, conjunction: value === 'or' ? 'or' : 'and' })}
            data={[
              { value: 'and', label: t('tasks.match_all') },
              { value: 'or', label: t('tasks.match_any') },
            ]}
          />
          {onRemove && (
            <ActionIcon aria-label={t('data.remove_group')} onClick={onRemove}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      )}
      {group.items.map((node, at) =>
        isGroup(node) ? (
          <FilterGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
            key={`${at}/${group.items.length}`}
            columns={columns}
            group={node}
            depth={depth + 1}
            onChange={(next) => onChange(replaced(group, at, next))}
            onRemove={() => onChange(replaced(group, at, undefined))}
          />
        ) : (
          <FilterRow
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
            key={`${at}/${group.items.length}`}
            columns={columns}
            item={node}
            onChange={(next) => onChange(replaced(group, at, next))}
          />
        ),
      )}
      <Group gap="xs">
        <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('tasks.add_filter')}
        </Button>
        {depth < DEEPEST && (
          <Button variant="subtle" size="compact-xs" leftSection={<IconFolderPlus size={14} />} onClick={addGroup}>
            {t('data.add_group')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
