/** Shapes that were left unfinished, here or by whoever made the data. */

import { regionKind } from './config'
import type { LabelDocument } from './document'
import type { Json, Region } from './records'

export type Incomplete = { readonly code: 'open' } | { readonly code: 'few-points'; readonly least: number }

/** What is missing; undefined when nothing is. */
export function incompleteness(document: LabelDocument, region: Region): Incomplete | undefined {
  const { closed, points, vertices } = region.shape
  if (region.kind === 'polygon') {
    if (lengthOf(points) < 3) return { code: 'few-points', least: 3 }
    return closed === false ? { code: 'open' } : undefined
  }
  if (region.kind !== 'vector') return undefined
  const least = Math.max(2, leastPoints(document, region))
  return lengthOf(vertices) < least ? { code: 'few-points', least } : undefined
}

/** What the control asks for that drew it. */
function leastPoints(document: LabelDocument, { id, kind, target }: Region): number {
  return document.answersOf(id).reduce((least, answer) => {
    const control = document.config.controls.get(answer.control)
    const own = control && regionKind(document.config, control, target) === kind && control.node.attrs.minPoints
    return typeof own === 'number' ? Math.max(least, own) : least
  }, 0)
}

const lengthOf = (list: Json | undefined): number => (Array.isArray(list) ? list.length : 0)
