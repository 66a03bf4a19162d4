/** Where in the tree a dragged row would land. */

import { after, childrenIn, type LabelDocument, type OutlineRow, type TreePlace } from '../../model'

export interface Landing {
  readonly place: TreePlace
  /** What to mark: the border above a row of this index, or the row itself. */
  readonly index: number
  readonly isInto: boolean
  readonly depth: number
}

interface Order {
  readonly descending: boolean
  /** Whether the list is in the order that can be arranged; otherwise only what hangs on what can be. */
  readonly isSaved: boolean
}

/** The part of a row, from either end, that means the border. */
const BORDER = 0.28

/** `at` counts rows from the top, with fractions. */
export function landing(
  document: LabelDocument,
  rows: readonly OutlineRow[],
  at: number,
  order: Order,
): Landing | undefined {
  const index = Math.max(0, Math.floor(at))
  const row = rows[index]
  if (!row) {
    const [first] = childrenIn(document, undefined)
    const before = order.descending ? first : undefined
    return { place: { parent: undefined, before }, index: rows.length, isInto: false, depth: 0 }
  }
  if (row.row === 'group') return undefined
  const { depth, id } = row
  const part = at - index
  if (order.isSaved && part < BORDER)
    return { place: beside(document, id, order.descending), index, isInto: false, depth }
  if (!order.isSaved || part <= 1 - BORDER)
    return { place: into(document, id, order.descending), index, isInto: true, depth }
  // Under a row whose children are shown is above the first of them.
  if (row.folded === false) {
    const place = into(document, id, !order.descending)
    return { place, index: index + 1, isInto: false, depth: depth + 1 }
  }
  return { place: beside(document, id, !order.descending), index: index + 1, isInto: false, depth }
}

function beside(document: LabelDocument, id: string, isBehind: boolean): TreePlace {
  return isBehind ? after(document, id) : { parent: after(document, id).parent, before: id }
}

/** Where the list shows its last child, or its first. */
const into = (document: LabelDocument, id: string, isFirst: boolean): TreePlace => ({
  parent: id,
  before: isFirst ? childrenIn(document, id)[0] : undefined,
})
