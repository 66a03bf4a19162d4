/** How the list is grouped and sorted. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowsSort, IconCheck } from '@tabler/icons-react'
import type { Settings } from '../../core/settings'
import type { Config } from '../../model'
import { useAnnotation, useEditor, useSetting } from '../context'

const GROUPS = [
  ['manual', 'panels.groupManual'],
  ['label', 'panels.groupLabel'],
  ['type', 'panels.groupType'],
] as const

const SORTS = [
  ['date', 'panels.sortDate'],
  ['position', 'panels.sortPosition'],
  ['score', 'panels.sortScore'],
  ['mediaStartTime', 'panels.sortStart'],
] as const

const DIRECTIONS = [
  ['asc', 'panels.ascending'],
  ['desc', 'panels.descending'],
] as const

const TIMED = ['Audio', 'Video', 'TimeSeries', 'AudioPlus', 'HyperAudio']
const hasTime = ({ objects }: Config): boolean => [...objects.values()].some(({ tag }) => TIMED.includes(tag))

export function OrderMenu() {
  const { config } = useAnnotation()
  const sorts = SORTS.filter(([value]) => value !== 'mediaStartTime' || hasTime(config))
  return (
    <Menu position="bottom-end" shadow="md" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('editor.order')} title={t('editor.order')}>
          <IconArrowsSort size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('editor.group')}</Menu.Label>
        {GROUPS.map(([value, title]) => (
          <Choice key={value} setting="group" value={value} title={t(title)} />
        ))}
        <Menu.Label>{t('editor.sort')}</Menu.Label>
        {sorts.map(([value, title]) => (
          <Choice key={value} setting="sort" value={value} title={t(title)} />
        ))}
        <Menu.Divider />
        {DIRECTIONS.map(([value, title]) => (
          <Choice key={value} setting="direction" value={value} title={t(title)} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface ChoiceProps<K extends keyof Settings> {
  readonly setting: K
  readonly value: Settings[K]
  readonly title: string
}

function Choice<K extends 'group' | 'sort' | 'direction'>({ setting, value, title }: ChoiceProps<K>) {
  const editor = useEditor()
  const isOn = useSetting(setting) === value
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={isOn}
      leftSection={<IconCheck size={14} style={{ visibility: isOn ? 'visible' : 'hidden' }} />}
      onClick={() => editor.settings.set({ [setting]: value })}
    >
      {title}
    </Menu.Item>
  )
}
