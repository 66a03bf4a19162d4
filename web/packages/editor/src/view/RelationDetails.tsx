/** What the selected relation means: its labels and a note. */

import { t } from '@labelwright/i18n'
import { useAnnotation, useValue } from './context'
import { NoteField } from './NoteField'
import classes from './panel.module.css'
import { RelationLabels } from './RelationLabels'
import own from './relations.module.css'

export function RelationDetails() {
  const annotation = useAnnotation()
  useValue(annotation.relations)
  const relation = annotation.document.relation(useValue(annotation.session.relation) ?? '')
  if (!relation) return null
  const { id, notes = '' } = relation
  return (
    <section className={own.details} aria-label={t('relations.selected')}>
      <h3 className={classes.muted}>{t('relations.selected')}</h3>
      <RelationLabels key={id} relation={relation} />
      {(!annotation.readOnly || notes !== '') && (
        <NoteField
          key={`note of ${id}`}
          label={t('relations.note')}
          hint={t('relations.note')}
          stored={notes}
          place="relation-note"
          readOnly={annotation.readOnly}
          onKeep={(text) => annotation.noteRelation(id, text)}
        />
      )}
    </section>
  )
}
