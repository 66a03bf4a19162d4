/** What is stored about a region and is nobody's to change: its id, where it comes from, what came with it. */

import { t } from '@labelwright/i18n'
import { ActionIcon } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { captionOf, type Json, type Region } from '../../model'
import { useAnnotation, useEditor } from '../context'
import { copyOf } from '../copyText'
import classes from './details.module.css'

const ORIGINS = {
  manual: 'panels.originManual',
  prediction: 'panels.originPrediction',
  'prediction-changed': 'panels.originChanged',
} as const

export function Facts({ region }: { region: Region }) {
  const editor = useEditor()
  const { config, document } = useAnnotation()
  const parent = region.parent === undefined ? undefined : document.region(region.parent)
  const page = region.itemIndex === undefined ? captionOf(region).page : region.itemIndex + 1
  const { text: _note, ...meta } = region.meta ?? {}
  return (
    <dl className={classes.facts}>
      <Fact name={t('panels.factId')}>
        <code>{region.id}</code>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={22}
          aria-label={t('panels.copyId')}
          onClick={() => void copyOf(editor, 'id', region.id)}
        >
          <IconCopy size={13} />
        </ActionIcon>
      </Fact>
      <Fact name={t('panels.factOrigin')}>{t(ORIGINS[region.origin])}</Fact>
      {region.score !== undefined && <Fact name={t('panels.factScore')}>{region.score.toFixed(3)}</Fact>}
      {config.objects.size > 1 && <Fact name={t('panels.factObject')}>{region.target}</Fact>}
      {page !== undefined && <Fact name={t('panels.factPage')}>{page}</Fact>}
      {parent && (
        <Fact name={t('panels.factParent')}>
          <button type="button" className={classes.link} onClick={() => editor.actions.select(parent.id)}>
            {editor.labelText([parent.id]) || parent.id}
          </button>
        </Fact>
      )}
      {Object.entries(meta).map(([name, value]) => (
        <Fact key={name} name={name}>
          {wordsOf(value)}
        </Fact>
      ))}
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const wordsOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
