/** All annotations at once: side by side, in figures, or two of them with their differences. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowsDiff, IconColumns3, IconTable, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Comparing, Snapshot } from '../../core/views'
import { useEditor, useValue } from '../context'
import { Columns } from './Columns'
import classes from './compare.module.css'
import { Differences } from './Differences'
import { Summary } from './Summary'

const FORMS = [
  { as: 'columns', title: 'versions.columns', icon: IconColumns3 },
  { as: 'summary', title: 'versions.summary', icon: IconTable },
  { as: 'differences', title: 'versions.differences', icon: IconArrowsDiff },
] as const

export default function Compare({ comparing }: { comparing: Comparing }) {
  const editor = useEditor()
  const versions = useValue(editor.versions)
  // biome-ignore lint/correctness/useExhaustiveDependencies: versions came or went
  const snapshots = useMemo(() => editor.views.snapshots(), [editor, versions])
  const choose = (as: Comparing['as']): void => {
    if (as === 'differences') editor.views.compareOpen()
    else editor.views.compare({ as })
  }
  return (
    <section className={classes.compare} aria-label={t('versions.all')}>
      <div className={classes.bar}>
        <fieldset className={classes.forms} aria-label={t('versions.form')}>
          {FORMS.map(({ as, title, icon: Icon }) => (
            <button
              key={as}
              type="button"
              className={classes.form}
              aria-pressed={comparing.as === as}
              onClick={() => choose(as)}
            >
              <Icon size={15} aria-hidden /> {t(title)}
            </button>
          ))}
        </fieldset>
        <span className={classes.figures}>{figures(snapshots)}</span>
        <Tooltip label={t('versions.leave')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('versions.leave')}
            onClick={() => void editor.views.back()}
          >
            <IconX size={17} />
          </ActionIcon>
        </Tooltip>
      </div>
      {comparing.as === 'columns' && <Columns snapshots={snapshots} />}
      {comparing.as === 'summary' && <Summary snapshots={snapshots} />}
      {comparing.as === 'differences' && <Differences a={comparing.a} b={comparing.b} all={snapshots} />}
    </section>
  )
}

function figures(snapshots: readonly Snapshot[]): string {
  const predictions = snapshots.filter((it) => it.version.kind === 'prediction').length
  const annotations = snapshots.filter((it) => it.version.kind === 'annotation').length
  return `${t('versions.annotationCount', { count: annotations })} · ${t('versions.predictionCount', { count: predictions })}`
}
