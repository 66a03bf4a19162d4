import type { Column } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Popover,
  ScrollArea,
  SegmentedControl,
  Stack,
  TextInput,
} from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3, IconPin, IconPinFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { columnTitle } from './cells.tsx'
import { inOrder, moved, qualified } from './columns.ts'
import type { Change, TableView } from './view.ts'

interface ColumnMenuProps {
  columns: readonly Column[]
  view: TableView
  isBeside: boolean
  onChange: (change: Change) => void
}

/** Which columns are shown, in which order, and which of them stay; in the list alone and beside an open task. */
export function ColumnMenu({ columns, view, isBeside, onChange }: ColumnMenuProps) {
  const [chosen, setWhere] = useState<'hidden' | 'hiddenBeside'>()
  const where = chosen ?? (isBeside ? 'hiddenBeside' : 'hidden')
  const [sought, setSought] = useState('')
  const ordered = inOrder(columns, view.columnOrder)
  const names = ordered.map(qualified)
  const hidden = view[where]
  const toggled = (list: readonly string[], name: string) =>
    list.includes(name) ? list.filter((one) => one !== name) : [...list, name]
  const found = ordered.filter((column) => columnTitle(column).toLowerCase().includes(sought.trim().toLowerCase()))
  return (
    <Popover position="bottom-end" width={340} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={15} />}>
          {t('tasks.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tasks.columns')}>
        <Stack gap="xs">
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('data.columns_where')}
            value={where}
            onChange={(value) => setWhere(value === 'hidden' ? 'hidden' : 'hiddenBeside')}
            data={[
              { value: 'hidden', label: t('data.columns_list') },
              { value: 'hiddenBeside', label: t('data.columns_beside') },
            ]}
          />
          <TextInput
            size="xs"
            aria-label={t('data.find_column')}
            placeholder={t('data.find_column')}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
          <ScrollArea.Autosize mah={380} offsetScrollbars viewportProps={{ tabIndex: 0 }}>
            <Stack gap={4}>
              {found.map((column) => {
                const name = qualified(column)
                const title = columnTitle(column)
                const isPinned = view.pinned.includes(name)
                const move = (by: number) =>
                  onChange(({ columnOrder }) => ({ columnOrder: moved(columns, columnOrder, names, name, by) }))
                return (
                  <Group key={name} gap={2} wrap="nowrap">
                    <Checkbox
                      size="xs"
                      flex={1}
                      label={title}
                      checked={!hidden.includes(name)}
                      onChange={() => onChange((latest) => ({ [where]: toggled(latest[where], name) }))}
                    />
                    <ActionIcon
                      size="sm"
                      aria-label={t('data.pin_column', { column: title })}
                      aria-pressed={isPinned}
                      onClick={() => onChange(({ pinned }) => ({ pinned: toggled(pinned, name) }))}
                    >
                      {isPinned ? <IconPinFilled size={14} /> : <IconPin size={14} />}
                    </ActionIcon>
                    <ActionIcon
                      size="sm"
                      aria-label={t('data.column_up', { column: title })}
                      disabled={name === names[0]}
                      onClick={() => move(-1)}
                    >
                      <IconArrowUp size={14} />
                    </ActionIcon>
                    <ActionIcon
                      size="sm"
                      aria-label={t('data.column_down', { column: title })}
                      disabled={name === names.at(-1)}
                      onClick={() => move(1)}
                    >
                      <IconArrowDown size={14} />
                    </ActionIcon>
                  </Group>
                )
              })}
            </Stack>
          </ScrollArea.Autosize>
          <Button
            size="xs"
            variant="subtle"
            onClick={() => onChange({ columnOrder: [], widths: {}, pinned: [] })}
            disabled={view.columnOrder.length + view.pinned.length + Object.keys(view.widths).length === 0}
          >
            {t('data.columns_reset')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
