/** How a person likes to work here; kept in the browser. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Menu } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useEditor, useSetting } from './context'

const SWITCHES = [
  ['keepLabels', 'editor.setKeepLabels'],
  ['selectAfterCreate', 'editor.setSelectAfterCreate'],
  ['showLabels', 'editor.setShowLabels'],
  ['showHotkeys', 'editor.setShowHotkeys'],
  ['smoothing', 'image.setSmoothing'],
  ['lineNumbers', 'forms.setLineNumbers'],
] as const

export function ViewMenu() {
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
