/** Several shapes held together: the box around them, its handles, and what dragging one of these does to all. */

import type { SceneItem } from './scene'
import type { Handle, Similarity } from './shapes'
import { type Box, boxOf, clampTo, type Point, type Size } from './viewport'

const CORNERS: Readonly<Record<string, readonly [x: 0 | 1, y: 0 | 1]>> = {
  nw: [0, 0],
  ne: [1, 0],
  se: [1, 1],
  sw: [0, 1],
}

export const boxAround = (boxes: readonly Box[]): Box =>
  boxOf(
    boxes.flatMap(({ minX, minY, maxX, maxY }) => [
      { x: minX, y: minY },
      { x: maxX, y: maxY },
    ]),
  )

const corner = ({ minX, minY, maxX, maxY }: Box, [right, low]: readonly [0 | 1, 0 | 1]): Point => ({
  x: right ? maxX : minX,
  y: low ? maxY : minY,
})

const middle = ({ minX, minY, maxX, maxY }: Box): Point => ({ x: (minX + maxX) / 2, y: (minY + maxY) / 2 })

/** None when one of the shapes may not be changed, or cannot. */
export function groupHandles(items: readonly SceneItem[], box: Box, reach: number): Handle[] {
  if (items.some(({ kind, fixed }) => fixed || !kind.transform)) return []
  const handles = Object.entries(CORNERS).map(
    ([id, side]): Handle => ({
      id,
      at: corner(box, side),
      cursor: side[0] === side[1] ? 'nwse-resize' : 'nesw-resize',
      look: 'corner',
    }),
  )
  if (items.some((it) => !it.rotatable)) return handles
  return [{ id: 'rotate', at: { x: middle(box).x, y: box.minY - reach }, cursor: 'grab', look: 'rotate' }, ...handles]
}

export interface GroupDrag {
  /** The box as it was when the drag began. */
  readonly box: Box
  readonly handle: string
  readonly from: Point
  readonly to: Point
  readonly picture: Size
  /** Turns in steps of 15 degrees. */
  readonly stepwise: boolean
}

export function groupDragged({ box, handle, from, to, picture, stepwise }: GroupDrag): Similarity {
  const side = CORNERS[handle]
  if (!side) {
    const about = middle(box)
    const angle = (at: Point): number => (Math.atan2(at.y - about.y, at.x - about.x) * 180) / Math.PI
    const degrees = angle(to) - angle(from)
    return { about, scale: 1, degrees: stepwise ? Math.round(degrees / 15) * 15 : degrees }
  }
  const about = corner(box, [side[0] ? 0 : 1, side[1] ? 0 : 1])
  const grabbed = corner(box, side)
  const there = clampTo(picture, to)
  // Shapes keep their proportions; the smaller of the two ways keeps them all inside the picture.
  const across = (there.x - about.x) / (grabbed.x - about.x || 1)
  const down = (there.y - about.y) / (grabbed.y - about.y || 1)
  return { about, scale: Math.max(0.01, Math.min(across, down)), degrees: 0 }
}
