/** What a relation is labelled with: chips that open the list of the config. */

import { t } from '@labelwright/i18n'
import { Menu } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Annotation } from '../core/annotation'
import { flatten, type Relation, relationColour } from '../model'
import { useAnnotation, useEditor, useValue } from './context'
import classes from './relations.module.css'

export function RelationLabels({ relation }: { relation: Relation }) {
  const annotation = useAnnotation()
  const { relations } = annotation.config
  const labels = relation.labels ?? []
  const request = useValue(useEditor().focusRequest)
  const [opened, setOpened] = useState(false)
  const handled = useRef(request?.count)
  useEffect(() => {
    if (request?.to === 'relation-labels' && request.count !== handled.current) setOpened(true)
    handled.current = request?.count
  }, [request])
  if (!relations || annotation.readOnly) return labels.length > 0 ? <Chips labels={labels} /> : null
  const pick = (label: string): void =>
    annotation.labelRelation(relation.id, toggled(labels, label, relations.multiple))
  return (
    <Menu position="bottom-start" opened={opened} onChange={setOpened} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className={classes.opener} aria-label={labelsName(labels)}>
          {labels.length === 0 ? <IconTag size={13} aria-hidden /> : <Chips labels={labels} />}
          {labels.length === 0 && t('relations.label')}
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
        {[...flatten(relations.options)].map(({ node, value, stored }) => (
          <Menu.CheckboxItem
            key={node.id}
            checked={labels.includes(stored)}
            closeMenuOnClick={!relations.multiple}
            onChange={() => pick(stored)}
          >
            {value}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const labelsName = (labels: readonly string[]): string =>
  labels.length === 0 ? t('relations.label') : t('relations.labelled', { labels: labels.join(', ') })

/** What the config does not know stays, as long as nothing takes its place. */
function toggled(labels: readonly string[], label: string, multiple: boolean): readonly string[] {
  if (labels.includes(label)) return labels.filter((one) => one !== label)
  return multiple ? [...labels, label] : [label]
}

export function Chips({ labels }: { labels: readonly string[] }) {
  const annotation = useAnnotation()
  return labels.map((label) => (
    <span key={label} className={classes.chip} style={tint(annotation, label)}>
      {label}
    </span>
  ))
}

function tint(annotation: Annotation, label: string): React.CSSProperties | undefined {
  const colour = relationColour(annotation.config, [label])
  return colour === undefined ? undefined : ({ '--relation': colour } as React.CSSProperties)
}
