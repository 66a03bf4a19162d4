import type { Project, TaskQuery } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { ActionIcon, Button, Group, Menu, Progress, Text, Title } from '@mantine/core'
import { IconChevronDown, IconDownload, IconPlayerPlay, IconSettings, IconUpload } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { selectedCount } from './selection.ts'
import classes from './tasks.module.css'
import type { TaskListState } from './useTaskList.ts'

interface ListHeadProps {
  project: Project
  list: TaskListState
  isEmpty: boolean
  onDialog: (dialog: 'import' | 'export') => void
}

/** The project: how far it is, its data in and out, and the way to label it. */
export function ListHead({ project, list, isEmpty, onDialog }: ListHeadProps) {
  return (
    <div className={classes.head}>
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Title order={1} size="h3" lineClamp={1}>
          {project.title}
        </Title>
        <Link
          to="/projects/$project/settings/{-$section}"
          params={{ project: project.id }}
          aria-label={t('settings.title')}
          className={classes.settings}
        >
          <IconSettings size={18} />
        </Link>
        {!isEmpty && <Done project={project} />}
      </Group>
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" leftSection={<IconUpload size={16} />} onClick={() => onDialog('import')}>
          {t('tasks.import')}
        </Button>
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => onDialog('export')}>
          {t('tasks.export')}
        </Button>
        <LabelButtons project={project.id} list={list} isEmpty={isEmpty} />
      </Group>
    </div>
  )
}

function Done({ project: { finished_task_number: done, task_number: all } }: { project: Project }) {
  if (!all || done === null) return null
  return (
    <Group gap={8} wrap="nowrap" className={classes.done}>
      <Progress value={(done / all) * 100} w={90} size="sm" aria-label={t('data.progress')} />
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {t('data.done_of', { done, all })}
      </Text>
    </Group>
  )
}

interface LabelButtonsProps {
  project: number
  list: TaskListState
  isEmpty: boolean
}

function LabelButtons({ project, list, isEmpty }: LabelButtonsProps) {
  const navigate = useNavigate()
  const selected = selectedCount(list.selection, list.total)
  const label = (of?: TaskQuery) =>
    void navigate({
      to: '/projects/$project/data',
      params: { project },
      search: ({ tab }) => ({ labeling: 1, ...(tab !== undefined && { tab }) }),
      ...(of && { state: { displayed: JSON.stringify(of) } }),
    })
  return (
    <Group gap={1} wrap="nowrap">
      <Button
        leftSection={<IconPlayerPlay size={16} />}
        disabled={isEmpty}
        onClick={() => label()}
        className={classes.splitLeft}
      >
        {t('tasks.label_all')}
      </Button>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <ActionIcon
            variant="filled"
            color="teal"
            size={36}
            disabled={isEmpty}
            aria-label={t('data.label_more')}
            className={classes.splitRight}
          >
            <IconChevronDown size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={list.total === 0} onClick={() => label(asDisplayed(list.query))}>
            {t('data.label_displayed')}
            <Text size="xs" c="dimmed">
              {t('data.label_displayed_hint')}
            </Text>
          </Menu.Item>
          <Menu.Item
            disabled={selected === 0}
            onClick={() => label({ ...asDisplayed(list.query), selectedItems: list.selection })}
          >
            {t('data.label_selected', { count: selected })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}

/** Without filters and an order it is still this order that is meant, not the project's own. */
const asDisplayed = (query: TaskQuery): TaskQuery => ({ ...query, ordering: query.ordering ?? ['tasks:id'] })
