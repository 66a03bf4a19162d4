/** Relations between regions: from, direction, to, and what it is labelled with. */

import { t } from '@labelwright/i18n'
import { ActionIcon } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconArrowsHorizontal, IconX } from '@tabler/icons-react'
import type { Relation } from '../model'
import { useAnnotation, useEditor, useValue } from './context'
import classes from './panel.module.css'
import { RelationLabels } from './RelationLabels'
import own from './relations.module.css'

const ARROWS = { right: IconArrowRight, left: IconArrowLeft, bi: IconArrowsHorizontal } as const

export function Relations() {
  const annotation = useAnnotation()
  const relations = useValue(annotation.relations)
  useValue(annotation.version)
  return (
    <>
      {relations.length === 0 && <p className={classes.empty}>{t('editor.noRelations')}</p>}
      {relations.map((relation) => (
        <Row key={relation.id} relation={relation} />
      ))}
    </>
  )
}

function Row({ relation }: { relation: Relation }) {
  const annotation = useAnnotation()
  const Arrow = ARROWS[relation.direction]
  return (
    <>
      <div className={classes.relation}>
        <End id={relation.from} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('editor.turnRelation')}
          disabled={annotation.readOnly}
          onClick={() => annotation.turnRelation(relation.id)}
        >
          <Arrow size={15} />
        </ActionIcon>
        <End id={relation.to} />
        <span className={classes.grow} />
        {!annotation.readOnly && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('editor.removeRelation')}
            onClick={() => annotation.removeRelation(relation.id)}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
      <div className={own.labels}>
        <RelationLabels relation={relation} />
      </div>
      {relation.notes && <p className={own.notes}>{relation.notes}</p>}
    </>
  )
}

function End({ id }: { id: string }) {
  const editor = useEditor()
  const { document } = useAnnotation()
  const label = document.labelsOf(id)[0]
  return (
    <button type="button" className={classes.end} onClick={() => editor.actions.select(id)}>
      <span className={classes.swatch} style={{ background: label?.option?.colour ?? 'var(--lw-line-strong)' }} />
      {label?.option?.value ?? label?.stored ?? t('editor.noLabel')}
    </button>
  )
}
