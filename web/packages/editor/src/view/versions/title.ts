/** What a version is called, on its tab and for people who hear it. */

import { t } from '@labelwright/i18n'
import { personOf } from '../../core/people'
import type { Version } from '../../core/versions'
import { ageOf } from './age'

/** `#12`, or the name of the model. */
export function shortTitle(version: Version): string {
  switch (version.kind) {
    case 'prediction':
      return version.by || t('editor.prediction', { id: String(version.id) })
    case 'annotation':
      return `#${version.id}`
    case 'new':
      return version.isDraft ? t('editor.draft') : t('editor.newAnnotation')
  }
}

export const scoreOf = (version: Version): string | undefined =>
  version.score === undefined ? undefined : `${Math.round(version.score * 100)} %`

/** Everything in one line; `hidden` leaves names and times out. */
export function fullTitle(version: Version, hidden: boolean): string {
  const person = version.kind === 'annotation' && version.by !== undefined ? personOf(version.by).name : ''
  const parts = [
    shortTitle(version),
    hidden ? undefined : person,
    scoreOf(version),
    hidden || version.at === undefined ? undefined : ageOf(version.at, 'long'),
    version.kind === 'annotation' && version.isDraft ? t('versions.hasDraft') : undefined,
    version.isSkipped ? t('versions.skipped') : undefined,
    version.isGroundTruth ? t('editor.groundTruth') : undefined,
  ]
  return parts.filter((part) => part !== undefined && part !== '').join(', ')
}
