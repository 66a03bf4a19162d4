import type { Project } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button, Group, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { HeaderSlot } from '../shell/HeaderSlot.tsx'
import { OutboxStatus } from './OutboxStatus.tsx'
import type { Outbox } from './outbox.ts'

interface LabelingBarProps {
  project: Project
  outbox: Outbox
  children?: ReactNode
}

export function LabelingBar({ project, outbox, children }: LabelingBarProps) {
  return (
    <HeaderSlot>
      <Button
        component={Link}
        {...({
          to: '/projects/$project/data',
          params: { project: project.id },
          search: (before: { tab?: number }) => (before.tab === undefined ? {} : { tab: before.tab }),
        } as object)}
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconArrowLeft size={16} />}
      >
        {t('labeling.back')}
      </Button>
      <Text size="sm" fw={600} truncate>
        {project.title}
      </Text>
      <Group ml="auto" wrap="nowrap">
        <OutboxStatus outbox={outbox} />
        {children}
      </Group>
    </HeaderSlot>
  )
}
