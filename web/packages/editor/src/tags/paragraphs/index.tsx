/** A dialogue to label spans in, within one utterance or across several. */

import { t } from '@labelwright/i18n'
import { MultiSelect } from '@mantine/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { utteranceFormat } from '../../media/paragraphs/format'
import { type Utterance, utterancesIn } from '../../media/paragraphs/utterances'
import { asText, type Json, LabelColours, type TagNode } from '../../model'
import { Card } from '../../view/Card'
import { useAnnotation } from '../../view/context'
import { RemoteText } from '../../view/RemoteText'
import { type Laid, SpanArea } from '../SpanArea'
import { defineTag } from '../tag'
import { layUtterances } from './lay'
import classes from './paragraphs.module.css'
import { phraseKey } from './phrases'

function ParagraphsTag({ node }: { node: TagNode<'Paragraphs'> }) {
  const { config } = useAnnotation()
  const { name, valueType } = node.attrs
  const value = config.objects.get(name)?.value
  if (valueType !== 'url') return <Given node={node} value={value} />
  return (
    <RemoteText name={name} address={asText(value)}>
      {(text) => <Given node={node} value={text} />}
    </RemoteText>
  )
}

function Given({ node, value }: { node: TagNode<'Paragraphs'>; value: Json | undefined }) {
  const { name, nameKey, textKey } = node.attrs
  const utterances = useMemo(() => utterancesIn(value, { nameKey, textKey }), [value, nameKey, textKey])
  if (utterances) return <Dialogue node={node} utterances={utterances} />
  return (
    <Card tone="error" title={t('editor.noUtterances', { name })}>
      {t('editor.noUtterancesMore', { nameKey, textKey })}
    </Card>
  )
}

function Dialogue({ node, utterances }: { node: TagNode<'Paragraphs'>; utterances: readonly Utterance[] }) {
  const { config } = useAnnotation()
  const { name, layout, saveTextResult, granularity, highlightColor, showLabels } = node.attrs
  const object = config.objects.get(name)
  const speakers = useMemo(() => [...new Set(utterances.map((it) => it.name))].filter((it) => it !== ''), [utterances])
  const [shown, setShown] = useState<readonly string[]>([])
  const rows = useRef<readonly HTMLElement[]>([])

  const lay = useCallback(
    (root: HTMLElement): Laid => {
      const colours = new LabelColours()
      const laid = layUtterances(root, utterances, (speaker) => (speaker === '' ? undefined : colours.of(speaker)))
      rows.current = laid.rows
      const texts = utterances.map((it) => it.text)
      return { places: laid.places, format: utteranceFormat(texts, saveTextResult === 'yes') }
    },
    [utterances, saveTextResult],
  )
  // The default hides what a person may prefer to see: only what the config says itself counts.
  const saysLabels = node.given.some((it) => it.name.toLowerCase() === 'showlabels')
  const options = useMemo(
    () => ({ granularity, highlightColor, showLabels: saysLabels ? showLabels : undefined }),
    [granularity, highlightColor, showLabels, saysLabels],
  )

  useEffect(() => {
    for (const [index, row] of rows.current.entries()) {
      row.hidden = shown.length > 0 && !shown.includes(utterances[index]?.name ?? '')
    }
  }, [shown, utterances])

  if (!object) return null
  return (
    <div className={classes.paragraphs}>
      {speakers.length > 1 && (
        <MultiSelect
          className={classes.filter}
          size="xs"
          searchable
          clearable
          data={speakers}
          value={[...shown]}
          onChange={setShown}
          aria-label={t('editor.speakers')}
          placeholder={shown.length === 0 ? t('editor.speakers') : undefined}
          nothingFoundMessage={t('editor.nothingFound')}
        />
      )}
      <SpanArea
        object={object}
        options={options}
        className={`${layout === 'dialogue' ? classes.dialogue : classes.plain} htx-paragraphs`}
        lay={lay}
        onKey={(event, controller) => phraseKey(event, controller, rows.current)}
      />
    </div>
  )
}

export const paragraphs = defineTag('Paragraphs', ParagraphsTag)
