/** The labels that all of these regions have; others are given and taken here too. */

import { t } from '@labelwright/i18n'
import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Fragment } from 'react'
import { pickLabel } from '../../core/pick'
import { readableOn } from '../../media/readable'
import { type Control, canLabel, flatten, type RegionId, type RegionLabel } from '../../model'
import { useAnnotation, useEditor } from '../context'
import classes from './details.module.css'

const UNKNOWN = '#888888'

export function Labels({ ids }: { ids: ReadonlySet<RegionId> }) {
  const annotation = useAnnotation()
  const { config, document } = annotation
  const regions = [...ids].flatMap((id) => annotation.region(id) ?? [])
  const shared = sharedBy([...ids].map((id) => document.labelsOf(id)))
  const controls = [...config.controls.values()].filter(
    (control) => control.labels && regions.every((region) => canLabel(document, control, region)),
  )
  const chips =
    shared.length > 0 ? (
      shared.map(({ control, stored, option }) => (
        <span
          key={`${control.name}/${stored}`}
          className={classes.chip}
          style={{ background: option?.colour ?? UNKNOWN, color: readableOn(option?.colour ?? UNKNOWN) }}
        >
          {option?.value ?? stored}
        </span>
      ))
    ) : (
      <span className={classes.muted}>{t(ids.size > 1 ? 'panels.noSharedLabel' : 'editor.noLabel')}</span>
    )
  if (controls.length === 0 || regions.every(({ id }) => annotation.isLocked(id))) {
    return <div className={classes.labels}>{chips}</div>
  }
  return (
    <Menu position="bottom-start" shadow="md" width="target">
      <Menu.Target>
        <button type="button" className={classes.labels} aria-label={labelsName(shared)}>
          {chips}
          <IconChevronDown size={14} className={classes.opener} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
        {controls.map((control) => (
          <Choices key={control.name} control={control} shared={shared} named={controls.length > 1} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface ChoicesProps {
  readonly control: Control
  readonly shared: readonly RegionLabel[]
  readonly named: boolean
}

function Choices({ control, shared, named }: ChoicesProps) {
  const editor = useEditor()
  return (
    <Fragment>
      {named && <Menu.Label>{control.name}</Menu.Label>}
      {[...flatten(control.options)].map(({ node, value, stored, colour }) => (
        <Menu.CheckboxItem
          key={node.id}
          checked={shared.some((it) => it.control === control && it.stored === stored)}
          closeMenuOnClick={control.node.attrs.choice !== 'multiple'}
          onChange={() => pickLabel(editor, control, stored)}
          rightSection={colour && <span className={classes.swatch} style={{ background: colour }} />}
        >
          {value}
        </Menu.CheckboxItem>
      ))}
    </Fragment>
  )
}

function sharedBy(lists: readonly (readonly RegionLabel[])[]): RegionLabel[] {
  const [first = [], ...others] = lists
  return first.filter(({ control, stored }) =>
    others.every((list) => list.some((it) => it.control === control && it.stored === stored)),
  )
}

const labelsName = (shared: readonly RegionLabel[]): string =>
  shared.length === 0
    ? t('panels.giveLabel')
    : t('panels.changeLabels', { labels: shared.map(({ option, stored }) => option?.value ?? stored).join(', ') })
