/** An earlier state of the open annotation in place of the work: to be looked at, and to be gone back to. */

import { t } from '@labelwright/i18n'
import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { personOf } from '../../core/people'
import type { Earlier } from '../../core/views'
import { ReadOnly } from '../compare/ReadOnly'
import { useEditor, useWork } from '../context'
import { ageOf } from '../versions/age'
import classes from './history.module.css'

export default function EarlierState({ earlier }: { earlier: Earlier }) {
  const { views, readOnly: looking } = useEditor()
  const readOnly = useWork().version.kind === 'prediction' || looking
  return (
    <ReadOnly result={earlier.result}>
      <div className={classes.banner} role="status">
        <IconEye size={16} aria-hidden />
        <span className={classes.bannerText}>{bannerText(earlier)}</span>
        {!readOnly && (
          <Button size="compact-sm" onClick={() => views.restore()}>
            {t('versions.restore')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => void views.back()}>
          {earlier.stored ? t('versions.backToWork') : t('versions.backToDraft')}
        </Button>
      </div>
    </ReadOnly>
  )
}

function bannerText({ stored }: Earlier): string {
  if (!stored) return t('versions.seesSubmitted')
  const age = ageOf(stored.created_at, 'long')
  const name = stored.created_username === undefined ? '' : personOf(stored.created_username).name
  return name === '' ? t('versions.seesState', { age }) : t('versions.seesStateOf', { age, name })
}
