/** What of the annotation a comment is about; pressing it goes there. */

import { t } from '@labelwright/i18n'
import { IconTarget } from '@tabler/icons-react'
import type { CommentPlace } from '../../core/options'
import { captionOf, type RegionId } from '../../model'
import { useAnnotation, useEditor, useValue } from '../context'
import classes from './comments.module.css'

export function Place({ place }: { place: CommentPlace }) {
  const editor = useEditor()
  const annotation = useAnnotation()
  useValue(annotation.document.regionIds)
  const { regionId, controlName } = place
  if (regionId === undefined) {
    return controlName === undefined ? null : <span className={classes.place}>{controlName}</span>
  }
  if (!annotation.region(regionId)) return <span className={classes.place}>{t('comments.regionGone')}</span>
  return (
    <button type="button" className={classes.place} onClick={() => editor.actions.select(regionId)}>
      <span className={classes.swatch} style={{ background: annotation.colourOf(regionId) }} />
      <RegionWords id={regionId} />
      <IconTarget size={12} aria-hidden />
    </button>
  )
}

export function RegionWords({ id }: { id: RegionId }) {
  const { document } = useAnnotation()
  const region = document.region(id)
  const labels = document.labelsOf(id).map(({ title }) => title)
  const { title, text } = region ? captionOf(region) : { title: undefined, text: '' }
  return (
    <span className={classes.words}>
      {labels.join(', ') || title || t('editor.noLabel')} {text}
    </span>
  )
}
