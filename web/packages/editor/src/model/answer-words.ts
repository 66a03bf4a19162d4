/** What is said about a region besides its labels, in words: for lists, and for finding it. */

import { captionOf } from './caption'
import type { LabelDocument } from './document'
import { noteOf } from './edit'
import type { Answer, Json, RegionId } from './records'

export interface Said {
  /** Name of the control that says it. */
  readonly control: string
  readonly words: string
}

/** The answers of per-region questions, in the order in which they were given. */
export function saidOf(document: LabelDocument, id: RegionId): Said[] {
  return document.answersOf(id).flatMap((answer) => {
    const control = document.config.controls.get(answer.control)
    const words = control && !control.labels ? wordsOf(answer) : ''
    return words === '' ? [] : [{ control: answer.control, words }]
  })
}

export function wordsOf({ value }: Answer): string {
  const word = (it: Json): string => {
    if (Array.isArray(it)) return it.map(word).join(' / ')
    return typeof it === 'object' ? '' : String(it)
  }
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.map(word).filter(Boolean).join(', ') : word(value)
}

/** Whether a region is one that somebody who types this is looking for. */
export function isFoundBy(document: LabelDocument, query: string): (id: RegionId) => boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return (id) => {
    const region = document.region(id)
    if (!region) return false
    const { title, text } = captionOf(region)
    const labels = document.labelsOf(id).map(({ title }) => title)
    const said = saidOf(document, id).map((it) => it.words)
    const all = [id, ...labels, title, text, noteOf(region), ...said].join('\n').toLowerCase()
    return words.every((word) => all.includes(word))
  }
}
