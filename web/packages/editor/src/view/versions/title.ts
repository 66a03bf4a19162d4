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
  const age = hidden || version.at === undefined ? undefined : ageOf(version.at, 'long')
  return joined(', ', shortTitle(version), hidden ? '' : authorOf(version), scoreOf(version), age, ...statesOf(version))
}

/** What the signs on a tab mean, for people who hear them. */
export function spokenSigns(version: Version, hidden: boolean, comments: number): string {
  const open = comments > 0 ? t('comments.open', { count: comments }) : undefined
  return joined(', ', hidden ? '' : authorOf(version), open, ...statesOf(version))
}

/** On the tabs of annotations: when a prediction was made is not what one chooses it by. */
export const shortAge = ({ kind, at }: Version): string | undefined =>
  kind === 'annotation' && at !== undefined ? ageOf(at) : undefined

const authorOf = ({ kind, by }: Version): string => (kind === 'annotation' && by !== undefined ? personOf(by).name : '')

const statesOf = ({ kind, isDraft, isSkipped, isGroundTruth }: Version): (string | undefined)[] => [
  kind === 'annotation' && isDraft ? t('versions.hasDraft') : undefined,
  isSkipped ? t('versions.skipped') : undefined,
  isGroundTruth ? t('editor.groundTruth') : undefined,
]

const joined = (by: string, ...parts: (string | undefined)[]): string => parts.filter(Boolean).join(by)
