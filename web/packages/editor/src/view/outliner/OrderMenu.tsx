/** How the list is grouped and sorted. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowsSort } from '@tabler/icons-react'
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

type OrderKey = (typeof GROUPS | typeof SORTS | typeof DIRECTIONS)[number][1]

const TIMED = ['Audio', 'Video', 'TimeSeries', 'AudioPlus', 'HyperAudio']
const hasTime = ({ objects }: Config): boolean => [...objects.values()].some(({ tag }) => TIMED.includes(tag))

export function OrderMenu() {
  const { config } = useAnnotation()
  const sorts = SORTS.filter(([value]) => value !== 'mediaStartTime' || hasTime(config))
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('editor.order')} title={t('editor.order')}>
          <IconArrowsSort size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('editor.group')}</Menu.Label>
        <Choice setting="group" values={GROUPS} />
        <Menu.Label>{t('editor.sort')}</Menu.Label>
        <Choice setting="sort" values={sorts} />
        <Menu.Divider />
        <Choice setting="direction" values={DIRECTIONS} />
      </Menu.Dropdown>
    </Menu>
  )
}

interface ChoiceProps<K extends 'group' | 'sort' | 'direction'> {
  readonly setting: K
  readonly values: readonly (readonly [value: Settings[K], title: OrderKey])[]
}

function Choice<K extends 'group' | 'sort' | 'direction'>({ setting, values }: ChoiceProps<K>) {
  const editor = useEditor()
  return (
    <Menu.RadioGroup value={useSetting(setting)} onChange={(value) => editor.settings.set({ [setting]: value })}>
      {values.map(([value, title]) => (
        <Menu.RadioItem key={value} value={value} closeMenuOnClick={false}>
          {t(title)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
