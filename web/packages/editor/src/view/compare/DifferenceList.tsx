/** The differences in words, grouped; picking one shows it on both sides. */

import { type TextKey, t } from '@labelwright/i18n'
import {
  type AnswerPair,
  type Aspect,
  captionOf,
  type Differences,
  type Json,
  type LabelDocument,
  type RegionPair,
  wordsOf,
} from '../../model'
import classes from './compare.module.css'
import { COLOURS } from './status'

const GROUPS = [
  ['changed', 'versions.changed'],
  ['onlyA', 'versions.onlyA'],
  ['onlyB', 'versions.onlyB'],
  ['same', 'versions.same'],
] as const satisfies [RegionPair['status'], TextKey][]

const ASPECTS = {
  place: 'versions.aspectPlace',
  labels: 'versions.aspectLabels',
  answers: 'versions.aspectAnswers',
  note: 'versions.aspectNote',
} as const satisfies Record<Aspect, TextKey>

interface DifferenceListProps {
  readonly one: LabelDocument
  readonly other: LabelDocument
  readonly found: Differences
  readonly picked: number | undefined
  readonly onPick: (index: number) => void
}

export function DifferenceList({ one, other, found, picked, onPick }: DifferenceListProps) {
  const numbered = found.regions.map((pair, index) => ({ pair, index }))
  const nothing = found.answers.length === 0 && found.regions.every((pair) => pair.status === 'same')
  return (
    <aside className={classes.list} aria-label={t('versions.differences')}>
      {nothing && <p className={classes.none}>{t('versions.noDifferences')}</p>}
      {found.answers.length > 0 && (
        <section>
          <h2 className={classes.group}>{t('versions.answers')}</h2>
          {found.answers.map((pair) => (
            <AnswerRow key={`${pair.control.name}#${pair.page ?? ''}`} pair={pair} />
          ))}
        </section>
      )}
      {GROUPS.map(([status, title]) => {
        const rows = numbered.filter(({ pair }) => pair.status === status)
        if (rows.length === 0) return null
        return (
          <section key={status}>
            <h2 className={classes.group}>
              <span className={classes.swatch} style={{ background: COLOURS[status] }} />
              {t(title)} <span className={classes.times}>{rows.length}</span>
            </h2>
            {rows.map(({ pair, index }) => (
              <button
                key={index}
                type="button"
                className={classes.item}
                aria-current={index === picked || undefined}
                onClick={() => onPick(index)}
              >
                <RegionName document={pair.a === undefined ? other : one} id={pair.a ?? pair.b ?? ''} />
                {pair.aspects.includes('labels') && pair.b !== undefined && (
                  <>
                    <span aria-hidden>→</span>
                    <RegionName document={other} id={pair.b} />
                  </>
                )}
                {pair.aspects.length > 0 && <span className={classes.aspects}>{aspectsOf(pair)}</span>}
              </button>
            ))}
          </section>
        )
      })}
    </aside>
  )
}

function RegionName({ document, id }: { document: LabelDocument; id: string }) {
  const region = document.region(id)
  const labels = document.labelsOf(id).map(({ title }) => title)
  const { title, text } = region ? captionOf(region) : { title: undefined, text: '' }
  return (
    <span className={classes.itemName}>
      {labels.join(', ') || title || t('editor.noLabel')}
      {text !== '' && <span className={classes.excerpt}> {text}</span>}
    </span>
  )
}

function aspectsOf({ aspects, overlap }: RegionPair): string {
  const words = aspects.map((aspect) => t(ASPECTS[aspect])).join(', ')
  if (!aspects.includes('place') || overlap === undefined) return words
  return `${words} · ${t('versions.overlap', { share: Math.round(overlap * 100) })}`
}

const said = (value: Json | undefined): string => wordsOf(value).join(', ') || '–'

function AnswerRow({ pair: { control, page, a, b } }: { pair: AnswerPair }) {
  return (
    <div className={classes.answer}>
      <span className={classes.answerName}>
        {control.name}
        {page !== undefined && ` · ${page + 1}`}
      </span>
      <span style={{ color: `light-dark(${COLOURS.onlyA}, #ffa94d)` }}>A: {said(a)}</span>
      <span style={{ color: `light-dark(${COLOURS.onlyB}, #74c0fc)` }}>B: {said(b)}</span>
    </div>
  )
}
