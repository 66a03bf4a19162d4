/** The info panel: with nothing selected, how it comes to say something. */

import { t } from '@labelwright/i18n'
import { Suspense } from 'react'
import { useAnnotation, useValue } from '../context'
import { content } from '../panels/panel'
import classes from './details.module.css'

/** Loaded when something is first selected. */
const Selected = content(async () => (await import('./Selected')).Selected)

export function Details() {
  const selection = useValue(useAnnotation().session.selection)
  if (selection.size === 0) return <p className={classes.empty}>{t('panels.nothingSelected')}</p>
  return (
    <Suspense>
      <Selected />
    </Suspense>
  )
}
