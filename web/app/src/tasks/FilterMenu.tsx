import { type Column, type Filters, getFilterLanguage } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Badge, Button, Group, Loader, Popover } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNote } from '../kit/Failure.tsx'
import { FilterGroup } from './FilterGroup.tsx'
import { countFilters, NO_FILTERS } from './filters.ts'
import classes from './tasks.module.css'

interface FilterMenuProps {
  project: number
  columns: readonly Column[]
  filters: Filters
  onChange: (next: (latest: Filters) => Filters) => void
}

export function FilterMenu({ project, columns, filters, onChange }: FilterMenuProps) {
  const [isOpen, setOpen] = useState(false)
  // Below the key of the columns: what changes those changes this.
  const language = useQuery({
    queryKey: ['columns', project, 'filters'],
    queryFn: () => getFilterLanguage(project),
    staleTime: 60_000,
    enabled: isOpen,
  })
  const count = countFilters(filters)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={740} shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          onClick={() => setOpen(!isOpen)}
          leftSection={<IconFilter size={15} />}
          rightSection={count > 0 ? <Badge size="sm">{count}</Badge> : undefined}
        >
          {t('tasks.filters')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.filters}>
        {language.isPending && <Loader role="status" aria-label={t('common.loading')} />}
        {language.isError && <FailureNote error={language.error} retry={() => void language.refetch()} />}
        {language.data && (
          <FilterGroup
            language={language.data}
            columns={columns}
            group={filters}
            onChange={onChange}
            within={undefined}
            depth={0}
          />
        )}
        {count > 0 && (
          <Group justify="flex-end" mt="sm">
            <Button variant="subtle" size="xs" onClick={() => onChange(() => NO_FILTERS)}>
              {t('data.clear_filters')}
            </Button>
          </Group>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
