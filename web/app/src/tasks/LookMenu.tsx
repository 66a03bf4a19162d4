import { t } from '@labelwright/i18n'
import { ActionIcon, Group, NumberInput, Popover, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconLayoutGrid, IconLayoutList } from '@tabler/icons-react'
import { type Change, FEWEST_TILES, MOST_TILES, ROW_HEIGHTS, type RowHeight, type TableView } from './view.ts'

interface LookMenuProps {
  view: TableView
  onChange: (change: Change) => void
}

/** Rows or tiles, and how large. */
export function LookMenu({ view, onChange }: LookMenuProps) {
  const isGrid = view.layout === 'grid'
  const Picture = isGrid ? IconLayoutGrid : IconLayoutList
  const heights: Record<RowHeight, string> = {
    low: t('data.rows_low'),
    normal: t('data.rows_normal'),
    high: t('data.rows_high'),
  }
  return (
    <Popover position="bottom-end" width={260} shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon variant="default" size={30} aria-label={t('data.look')} title={t('data.look')}>
          <Picture size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('data.look')}>
        <Stack gap="sm">
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('data.look')}
            value={view.layout}
            onChange={(value) => onChange({ layout: value === 'grid' ? 'grid' : 'list' })}
            data={[
              { value: 'list', label: t('data.list') },
              { value: 'grid', label: t('data.grid') },
            ]}
          />
          {isGrid ? (
            <NumberInput
              size="xs"
              label={t('data.tiles')}
              min={FEWEST_TILES}
              max={MOST_TILES}
              clampBehavior="strict"
              value={view.tiles}
              onChange={(value) => typeof value === 'number' && onChange({ tiles: value })}
            />
          ) : (
            <Group gap={4} justify="space-between">
              <Text size="xs">{t('data.row_height')}</Text>
              <SegmentedControl
                size="xs"
                aria-label={t('data.row_height')}
                value={view.rowHeight}
                onChange={(value) => onChange({ rowHeight: value as RowHeight })}
                data={ROW_HEIGHTS.map((value) => ({ value, label: heights[value] }))}
              />
            </Group>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
