/** The handles of what is selected: of one shape its own, of several those of the box around them. */

import { boxAround, groupHandles } from './group'
import { type Handles, REACH } from './handles'
import type { Scene } from './scene'
import type { Box, Size, Viewport } from './viewport'

/** Of the handles around several shapes, and the most shapes that get them. */
const GROUP = { stroke: '#3884ff' }
const MOST_GROUPED = 300

/** The box around what is selected, when it is several. */
export function groupOf(scene: Scene, ids: ReadonlySet<string>): Box | undefined {
  if (ids.size < 2 || ids.size > MOST_GROUPED) return undefined
  const boxes = [...ids].flatMap((id) => scene.bounds(id) ?? [])
  return boxes.length > 1 ? boxAround(boxes) : undefined
}

export function drawHandles(
  handles: Handles,
  scene: Scene,
  ids: ReadonlySet<string>,
  view: Viewport,
  picture: Size,
): void {
  const items = [...ids].flatMap((id) => scene.get(id) ?? [])
  const [first] = items
  const reach = REACH / view.scale
  const group = groupOf(scene, ids)
  if (!first || items.length > MOST_GROUPED) handles.draw([], GROUP, view, picture)
  else if (group) handles.draw(groupHandles(items, group, reach), GROUP, view, picture)
  else {
    const { rotatable } = first
    const own = first.fixed ? [] : first.kind.handles(first.shape, picture, { rotatable, reach })
    handles.draw(own, first.look, view, picture)
  }
}
