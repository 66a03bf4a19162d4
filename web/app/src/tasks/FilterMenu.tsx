import type { Column, Filters } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Badge, Button, Group, Popover } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { FilterGroup } from './FilterGroup.tsx'
import { countFilters } from './filters.ts'
import classes from './tasks.module.css'

interface FilterMenuProps {
  columns: readonly Column[]
  filters: Filters
  onChange: (filters: Filters) => void
}

export function FilterMenu({ columns, filters, onChange }: FilterMenuProps) {
  const count = countFilters(filters)
  return (
    <Popover position="bottom-end" width={720} shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFilter size={15} />}
          rightSection={count > 0 ? <Badge size="sm">{count}</Badge> : undefined}
        >
          {t('tasks.filters')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tasks.filters')} className={classes.filters}>
        <FilterGroup columns={columns} group={filters} onChange={onChange} depth={0} />
        {count > 0 && (
          <Group justify="flex-end" mt="sm">
            <Button variant="subtle" size="xs" onClick={() => onChange({ conjunction: 'and', items: [] })}>
              {t('data.clear_filters')}
            </Button>
          </Group>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
