/** What is often switched on and off, and the way to all other preferences. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Menu } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconSettings } from '@tabler/icons-react'
import { useEditor, useSetting } from './context'

const SWITCHES = [
  ['keepLabels', 'preferences.keepLabels'],
  ['selectAfterCreate', 'preferences.selectNew'],
  ['showLabels', 'preferences.showLabels'],
  ['showHotkeys', 'preferences.showHotkeys'],
] as const

export function ViewMenu() {
  const editor = useEditor()
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={34} aria-label={t('editor.preferences')}>
          <IconAdjustmentsHorizontal size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {SWITCHES.map(([name, title]) => (
          <Switch key={name} name={name} title={t(title)} />
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconSettings size={15} />} onClick={() => editor.dialog.set('settings')}>
          {t('editor.allPreferences')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Switch({ name, title }: { name: (typeof SWITCHES)[number][0]; title: string }) {
  const editor = useEditor()
  const on = useSetting(name)
  return (
    <Menu.CheckboxItem checked={on} onChange={(checked) => editor.settings.set({ [name]: checked })}>
      {title}
    </Menu.CheckboxItem>
  )
}
