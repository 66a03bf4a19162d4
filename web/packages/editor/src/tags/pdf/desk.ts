/** Writes boxes on pages: on which page they are, and what stands in them. */

import type { Annotation } from '../../core/annotation'
import { shapeKind } from '../../media/image/shapes'
import type { Size } from '../../media/image/viewport'
import { textOf, type Word } from '../../media/pdf/words'
import type { JsonObject, Region } from '../../model'
import type { Desk } from '../image/stage'

export const KIND = 'ocrrect'

/** Where boxes are drawn. */
export interface PageInHand {
  /** From 1. */
  readonly number: number
  readonly picture: Size
  readonly words: readonly Word[]
}

/** What does not say on which page it is, is on the first. */
export function pageIndexOf({ shape }: Region): number {
  const { pageIndex } = shape
  return typeof pageIndex === 'number' && Number.isInteger(pageIndex) && pageIndex > 0 ? pageIndex : 1
}

const textIn = ({ words, picture }: PageInHand, shape: JsonObject): string =>
  textOf(words, (at) => shapeKind(KIND)?.hit(shape, picture, at, 0) === true)

export function pageDesk(annotation: Annotation, page: () => PageInHand): Desk {
  return {
    region: (id) => annotation.region(id),
    isOutOfReach(id) {
      const region = annotation.region(id)
      return annotation.isOutOfReach(id) || region === undefined || pageIndexOf(region) !== page().number
    },
    choose: (ids) => annotation.choose(ids),
    begin: (name) => annotation.begin(name),
    create({ outer: _picture, shape, ...place }) {
      const text = textIn(page(), shape)
      return annotation.create({ ...place, shape: { ...shape, pageIndex: page().number, ocrtext: text } })
    },
    /** The text goes along with the box as long as it is the page's own: what somebody wrote stays. */
    setShape(id, shape) {
      const before = annotation.region(id)?.shape ?? {}
      const isOwn = before.ocrtext === undefined || before.ocrtext === textIn(page(), before)
      const ocrtext = isOwn ? textIn(page(), shape) : before.ocrtext
      annotation.setShape(id, { ...before, ...shape, ...(ocrtext === undefined ? {} : { ocrtext }) })
    },
    remove: (ids) => annotation.remove(ids),
    commit: () => annotation.commit(),
    bail: () => annotation.bail(),
  }
}
