import type { TaskQuery } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { ActionIcon, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Place } from '../tasks/place.ts'
import { useTaskPages } from '../tasks/useTaskPages.ts'

/** The tasks before and after this one in the list it was opened from. */
export function Neighbours({ project, place: { row, query } }: { project: number; place: Place }) {
  const navigate = useNavigate()
  const asked = useMemo(() => JSON.parse(query) as TaskQuery, [query])
  const pages = useTaskPages(project, asked, Math.max(0, row - 1), row + 2)
  const go = (to: number) => {
    const task = pages.at(to)
    if (!task) return
    void navigate({
      to: '/projects/$project/data',
      params: { project },
      search: ({ annotation: _, region: __, ...before }) => ({ ...before, task: task.id }),
      state: { place: { row: to, query } },
    })
  }
  if (pages.total === 0) return null
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon aria-label={t('labeling.previous')} disabled={row === 0} onClick={() => go(row - 1)}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {t('labeling.place', { row: row + 1, total: pages.total })}
      </Text>
      <ActionIcon aria-label={t('labeling.next')} disabled={row + 1 >= pages.total} onClick={() => go(row + 1)}>
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  )
}
