import type { View } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { ActionIcon, Button, Group, Menu, Stack, Text, TextInput } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowRight,
  IconCopy,
  IconDotsVertical,
  IconLink,
  IconPencil,
  IconPlus,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { TabState } from './TabState.tsx'
import classes from './tasks.module.css'
import type { Tabs } from './useTabs.ts'

type Naming = { for: 'new' } | { for: View }

export function ViewTabs({ tabs }: { tabs: Tabs }) {
  const [naming, setNaming] = useState<Naming>()
  const [dragged, setDragged] = useState<View>()
  return (
    <nav className={classes.tabs} aria-label={t('tasks.views')}>
      <button
        type="button"
        className={classes.tab}
        aria-current={tabs.active ? undefined : 'page'}
        onClick={() => tabs.open(undefined)}
      >
        {t('tasks.all')}
      </button>
      {!tabs.active && tabs.isChanged && (
        <ActionIcon size="sm" aria-label={t('data.reset_view')} title={t('data.reset_view')} onClick={tabs.reset}>
          <IconRestore size={14} />
        </ActionIcon>
      )}
      {tabs.list.map((view, at) => {
        const isActive = view.id === tabs.active?.id
        const moveBy = (event: KeyboardEvent) => {
          const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
          if (!event.altKey || by === undefined || !tabs.list[at + by]) return
          event.preventDefault()
          void tabs.move(view, at + by)
        }
        return (
          <Group
            key={view.id}
            gap={0}
            wrap="nowrap"
            draggable
            onDragStart={() => setDragged(view)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => dragged && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged && dragged.id !== view.id) void tabs.move(dragged, at)
            }}
          >
            <button
              type="button"
              className={classes.tab}
              aria-current={isActive ? 'page' : undefined}
              onClick={() => tabs.open(view.id)}
              onDoubleClick={() => setNaming({ for: view })}
              onKeyDown={moveBy}
            >
              {view.data.title || t('data.untitled')}
            </button>
            {isActive && <TabState tabs={tabs} />}
            {isActive && <TabMenu tabs={tabs} view={view} at={at} onRename={() => setNaming({ for: view })} />}
          </Group>
        )
      })}
      <ActionIcon
        aria-label={t('tasks.add_view')}
        title={t('tasks.add_view')}
        onClick={() => setNaming({ for: 'new' })}
      >
        <IconPlus size={16} />
      </ActionIcon>
      {tabs.isMissing && (
        <Text size="sm" c="dimmed" role="status">
          {t('data.tab_missing')}
        </Text>
      )}
      <Dialog opened={naming !== undefined} onClose={() => setNaming(undefined)} title={t('tasks.name_view')}>
        {naming && (
          <NameForm
            initial={naming.for === 'new' ? '' : naming.for.data.title}
            onSave={(title) => {
              setNaming(undefined)
              void (naming.for === 'new' ? tabs.create(title) : tabs.rename(naming.for, title))
            }}
          />
        )}
      </Dialog>
    </nav>
  )
}

interface TabMenuProps {
  tabs: Tabs
  view: View
  at: number
  onRename: () => void
}

function TabMenu({ tabs, view, at, onRename }: TabMenuProps) {
  const items = [
    { icon: IconPencil, text: t('tasks.rename_view'), run: onRename },
    { icon: IconCopy, text: t('data.duplicate_tab'), run: () => void tabs.duplicate(view) },
    { icon: IconLink, text: t('data.copy_link'), run: () => void tabs.share(view) },
    { icon: IconArrowLeft, text: t('data.move_left'), run: () => void tabs.move(view, at - 1), off: at === 0 },
    {
      icon: IconArrowRight,
      text: t('data.move_right'),
      run: () => void tabs.move(view, at + 1),
      off: at === tabs.list.length - 1,
    },
  ]
  return (
    <Menu width={200} position="bottom-start">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t('tasks.view_menu', { title: view.data.title })}>
          <IconDotsVertical size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ icon: Icon, text, run, off = false }) => (
          <Menu.Item key={text} leftSection={<Icon size={16} />} disabled={off} onClick={run}>
            {text}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          color="var(--mantine-color-error)"
          leftSection={<IconTrash size={16} />}
          onClick={() => void tabs.remove(view)}
        >
          {t('tasks.delete_view')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function NameForm({ initial, onSave }: { initial: string; onSave: (title: string) => void }) {
  const [title, setTitle] = useState(initial)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim()) onSave(title.trim())
      }}
    >
      <Stack>
        <TextInput
          label={t('tasks.view_name')}
          data-autofocus
          maxLength={60}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!title.trim()}>
          {t('common.save')}
        </Button>
      </Stack>
    </form>
  )
}
