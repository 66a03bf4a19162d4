/** A dialogue to label spans in, within one utterance or across several. */

import { t } from '@labelwright/i18n'
import { MultiSelect } from '@mantine/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { utteranceFormat } from '../../media/paragraphs/format'
import { type Utterance, utterancesIn } from '../../media/paragraphs/utterances'
import { asText, givenOf, type Json, LabelColours, resolveText, type TagNode } from '../../model'
import { Card } from '../../view/Card'
import { useAnnotation } from '../../view/context'
import { RemoteText } from '../../view/RemoteText'
import { useResolvedUrl } from '../../view/useResolvedUrl'
import { type Laid, SpanArea } from '../SpanArea'
import { defineTag } from '../tag'
import { layUtterances } from './lay'
import classes from './paragraphs.module.css'
import { phraseKey } from './phrases'
import { type Player, usePlayer } from './usePlayer'

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

interface DialogueProps {
  readonly node: TagNode<'Paragraphs'>
  readonly utterances: readonly Utterance[]
}

function Dialogue({ node, utterances }: DialogueProps) {
  const { config } = useAnnotation()
  const player = usePlayer(utterances)
  const { name, layout, saveTextResult, granularity, highlightColor, showLabels, showPlayer, contextScroll } =
    node.attrs
  const object = config.objects.get(name)
  const speakers = useMemo(() => [...new Set(utterances.map((it) => it.name))].filter((it) => it !== ''), [utterances])
  const [shown, setShown] = useState<readonly string[]>([])
  const address = resolveText(node.attrs.audioUrl ?? '', config.data)
  const hasAudio = address !== ''
  const rows = useRef<readonly HTMLElement[]>([])

  const lay = useCallback(
    (root: HTMLElement): Laid => {
      const colours = new LabelColours()
      const colourOf = (speaker: string) => (speaker === '' ? undefined : colours.of(speaker))
      const laid = layUtterances(root, utterances, { colourOf, onPlay: hasAudio ? player.toggle : undefined })
      rows.current = laid.rows
      const texts = utterances.map((it) => it.text)
      return { places: laid.places, format: utteranceFormat(texts, saveTextResult === 'yes') }
    },
    [utterances, saveTextResult, hasAudio, player.toggle],
  )
  useHeard(rows, player, node.attrs.contextScroll)
  // The default hides what a person may prefer to see: only what the config says itself counts.
  const saysLabels = givenOf(node, 'showLabels') !== undefined
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
      {hasAudio && <Recording name={name} address={address} player={player} shown={showPlayer} />}
      <div className={contextScroll ? classes.following : undefined} data-scroller={contextScroll || undefined}>
        <SpanArea
          object={object}
          options={options}
          className={`${layout === 'dialogue' ? classes.dialogue : classes.plain} htx-paragraphs`}
          lay={lay}
          onKey={(event, controller) => phraseKey(event, controller, rows.current)}
        />
      </div>
    </div>
  )
}

interface RecordingProps {
  readonly name: string
  readonly address: string
  readonly player: Player
  /** Utterances can be played without seeing it. */
  readonly shown: boolean
}

function Recording({ name, address, player, shown }: RecordingProps) {
  const url = useResolvedUrl(address)
  const [failed, setFailed] = useState(false)
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: the dialogue below is what is said */}
      <audio
        ref={player.ref}
        className={classes.player}
        controls={shown}
        preload="metadata"
        aria-label={t('forms.recordingOf', { name })}
        src={url || undefined}
        onError={() => setFailed(true)}
        onLoadedMetadata={() => setFailed(false)}
      />
      {(failed || url === '') && (
        <Card tone="error" title={t('forms.recordingFailed', { name })}>
          <code>{address}</code>
        </Card>
      )}
    </>
  )
}

/** Marks the utterance that is heard, and, where the config wants it, keeps it in view. */
function useHeard(rows: React.RefObject<readonly HTMLElement[]>, { heard, playing }: Player, follows: boolean): void {
  useEffect(() => {
    const row = heard === undefined ? undefined : rows.current[heard]
    if (!row) return
    row.dataset.heard = playing ? 'playing' : 'paused'
    if (follows && playing) row.scrollIntoView({ block: 'center', behavior: 'smooth' })
    return () => void delete row.dataset.heard
  }, [rows, heard, playing, follows])
}

export const paragraphs = defineTag('Paragraphs', ParagraphsTag)
