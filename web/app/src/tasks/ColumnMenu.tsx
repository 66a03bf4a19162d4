import type { Column } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Checkbox, Popover, ScrollArea, Stack } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { columnTitle } from './cells.tsx'
import { qualified, type TableView } from './view.ts'

interface ColumnMenuProps {
  columns: readonly Column[]
  view: TableView
  onChange: (change: Partial<TableView>) => void
}

export function ColumnMenu({ columns, view, onChange }: ColumnMenuProps) {
  const toggle = (name: string) =>
    onChange({
      hidden: view.hidden.includes(name) ? view.hidden.filter((one) => one !== name) : [...view.hidden, name],
    })
  return (
    <Popover position="bottom-end" width={260} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={15} />}>
          {t('tasks.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tasks.columns')}>
        <ScrollArea.Autosize mah={380} viewportProps={{ tabIndex: 0 }}>
          <Stack gap={8}>
            {columns.map((column) => (
              <Checkbox
                key={qualified(column)}
                size="xs"
                label={columnTitle(column)}
                checked={!view.hidden.includes(qualified(column))}
                onChange={() => toggle(qualified(column))}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}
