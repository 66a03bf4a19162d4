import type { View } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { ActionIcon, Button, Group, Menu, Stack, TextInput } from '@mantine/core'
import { IconDotsVertical, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import classes from './tasks.module.css'
import type { Tabs } from './useTabs.ts'

type Naming = { for: 'new' } | { for: View }

export function ViewTabs({ tabs }: { tabs: Tabs }) {
  const [naming, setNaming] = useState<Naming>()
  return (
    <nav className={classes.tabs} aria-label={t('tasks.views')}>
      <TabButton title={t('tasks.all')} active={!tabs.active} onClick={() => tabs.open(undefined)} />
      {tabs.list.map((view) => (
        <Group key={view.id} gap={0} wrap="nowrap">
          <TabButton title={view.data.title} active={view.id === tabs.active?.id} onClick={() => tabs.open(view.id)} />
          {view.id === tabs.active?.id && (
            <Menu width={180} position="bottom-start">
              <Menu.Target>
                <ActionIcon size="sm" aria-label={t('tasks.view_menu', { title: view.data.title })}>
                  <IconDotsVertical size={14} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setNaming({ for: view })}>
                  {t('tasks.rename_view')}
                </Menu.Item>
                <Menu.Item
                  color="var(--mantine-color-error)"
                  leftSection={<IconTrash size={16} />}
                  onClick={() => void tabs.remove(view)}
                >
                  {t('tasks.delete_view')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      ))}
      <ActionIcon aria-label={t('tasks.add_view')} onClick={() => setNaming({ for: 'new' })}>
        <IconPlus size={16} />
      </ActionIcon>
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

function TabButton({ title, active, onClick }: { title: string; active: boolean; onClick: () => void }) {
  return (
    <button type="button" className={classes.tab} aria-current={active ? 'page' : undefined} onClick={onClick}>
      {title}
    </button>
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
