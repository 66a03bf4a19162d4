/** Puts a dialogue into the page, one element an utterance. */

import { t } from '@labelwright/i18n'
import { startsOf } from '../../media/paragraphs/format'
import { clock, type Utterance } from '../../media/paragraphs/utterances'
import { Places } from '../../media/text/places'
import classes from './paragraphs.module.css'

export interface LaidDialogue {
  readonly places: Places
  readonly rows: readonly HTMLElement[]
}

interface LayOptions {
  readonly colourOf: (name: string) => string | undefined
  /** Undefined: there is nothing to hear. */
  readonly onPlay: ((index: number) => void) | undefined
}

export function layUtterances(
  root: HTMLElement,
  utterances: readonly Utterance[],
  { colourOf, onPlay }: LayOptions,
): LaidDialogue {
  const texts = utterances.map((it) => it.text)
  const starts = startsOf(texts)
  const nodes = texts.map((text) => document.createTextNode(text))
  const list = root.appendChild(document.createElement('div'))
  const rows = utterances.map((utterance, index) => {
    const row = list.appendChild(rowOf(utterance, nodes[index] as Text))
    if (onPlay && utterance.start !== undefined) row.prepend(playButton(utterance.start, () => onPlay(index)))
    row.style.setProperty('--speaker', colourOf(utterance.name) ?? 'transparent')
    return row
  })
  const pieces = nodes.map((node, index) => ({ start: starts[index] as number, node }))
  if (pieces.length === 0) pieces.push({ start: 0, node: list.appendChild(document.createTextNode('')) })
  const breaks = pieces.flatMap(({ start, node }) => [start, start + node.length])
  return { places: new Places({ root: list, text: texts.join('\n'), pieces, breaks }), rows }
}

function rowOf({ name, start }: Utterance, text: Text): HTMLElement {
  const row = element('div', classes.row)
  const head = row.appendChild(element('div', classes.head))
  head.append(element('span', classes.name, name))
  if (start !== undefined) head.append(element('span', classes.time, clock(start)))
  row.appendChild(element('div', classes.said)).append(text)
  return row
}

function playButton(start: number, onClick: () => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = classes.play ?? ''
  button.ariaLabel = t('forms.playFrom', { time: clock(start) })
  button.addEventListener('click', onClick)
  // A press on it selects no text.
  button.addEventListener('pointerdown', (event) => event.stopPropagation())
  return button
}

function element(tag: 'div' | 'span', className: string | undefined, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className ?? ''
  made.textContent = text
  return made
}
