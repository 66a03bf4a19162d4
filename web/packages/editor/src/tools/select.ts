/** Select, move, resize, turn; drag on nothing draws a rubber band. */

import { boxAround, groupDragged } from '../media/image/group'
import { shapeKind, within } from '../media/image/shapes'
import type { Box, JsonObject, RegionId } from '../model'
import { isFar, type PointerInput, placed, type Stage, type ToolContext, type ToolState, tool } from './tool'

const changeable = (stage: Stage, ids: Iterable<RegionId>): Map<RegionId, JsonObject> => {
  const shapes = new Map<RegionId, JsonObject>()
  for (const id of ids) {
    const shape = stage.shapeOf(id)
    if (shape && stage.canChange(id)) shapes.set(id, shape)
  }
  return shapes
}

/**
 * A press on a handle of the selected shape, the same for every tool. A double click or Alt takes a point away, Shift
 * bends it where curves are allowed.
 */
export function grabHandle(context: ToolContext, input: PointerInput): boolean {
  const { stage } = context
  const [id] = stage.selection
  if (!input.handle || id === undefined) return false
  if (stage.selection.size > 1) return grabGroup(context, input)
  if ((input.clicks === 2 || input.alt) && changePoint(stage, id, input.handle, 'removePoint')) return true
  const bends = input.shift && stage.control(stage.kindOf(id) ?? '', id).curves === true
  if (bends && changePoint(stage, id, input.handle, 'togglePoint')) return true
  stage.begin('resize')
  grab(context, input, id, input.handle)
  return true
}

function boxOfAll(stage: Stage, shapes: ReadonlyMap<RegionId, JsonObject>): Box {
  const boxes = [...shapes].flatMap(([id, shape]) => {
    const kind = shapeKind(stage.kindOf(id) ?? '')
    return kind ? [kind.bounds(shape, stage.picture)] : []
  })
  return boxAround(boxes)
}

/** A press on a handle around several shapes. */
function grabGroup({ stage, memory, go }: ToolContext, input: PointerInput): boolean {
  const before = changeable(stage, stage.selection)
  if (before.size === 0) return false
  memory.from = input
  memory.handle = input.handle ?? ''
  memory.before = before
  memory.box = boxOfAll(stage, before)
  stage.begin('transform')
  go('resizing')
  return true
}

function dragGroup({ stage, memory }: ToolContext, input: PointerInput): void {
  const { box, handle, before, from } = memory
  if (!box || !handle || !before || !from) return
  const { picture } = stage
  const by = groupDragged({ box, handle, from: from.at, to: input.at, picture, stepwise: input.shift })
  for (const [id, shape] of before) {
    const changed = shapeKind(stage.kindOf(id) ?? '')?.transform?.(shape, picture, by)
    if (changed) stage.setShape(id, changed)
  }
}

function grab({ stage, memory, go }: ToolContext, input: PointerInput, id: RegionId, handle: string): void {
  memory.from = input
  memory.handle = handle
  memory.region = id
  memory.before = changeable(stage, [id])
  go('resizing')
}

function changePoint(stage: Stage, id: RegionId, handle: string, how: 'removePoint' | 'togglePoint'): boolean {
  const shape = stage.canChange(id) ? stage.shapeOf(id) : undefined
  const changed = shape && shapeKind(stage.kindOf(id) ?? '')?.[how]?.(shape, handle, stage.picture)
  if (!changed) return false
  stage.begin('change point')
  stage.setShape(id, changed)
  stage.commit()
  return true
}

/**
 * A press on the outline of the selected shape puts a point there, which can be dragged at once. An open path is moved by
 * its line, so there it takes Shift.
 */
function insertPoint(context: ToolContext, input: PointerInput): boolean {
  const { stage } = context
  const [id] = stage.selection
  if (id === undefined || stage.selection.size !== 1 || input.mod || !stage.canChange(id)) return false
  const kind = stage.kindOf(id) ?? ''
  const shape = stage.shapeOf(id)
  if (!shape || (shapeKind(kind)?.area(shape) === true) === input.shift) return false
  const at = placed(stage, kind, input.at, id)
  const found = shapeKind(kind)?.insertPoint?.(shape, stage.picture, at, EDGE_SLACK / stage.scale())
  if (!found) return false
  stage.begin('insert point')
  stage.setShape(id, found.shape)
  grab(context, input, id, found.handle)
  return true
}

/** Alt on a closed path opens it there. */
function breakLine({ stage }: ToolContext, input: PointerInput): boolean {
  const [id] = stage.selection
  if (!input.alt || id === undefined || stage.selection.size !== 1 || !stage.canChange(id)) return false
  const shape = stage.shapeOf(id)
  const kind = shapeKind(stage.kindOf(id) ?? '')
  const opened = shape && kind?.breakAt?.(shape, stage.picture, input.at, EDGE_SLACK / stage.scale())
  if (!opened) return false
  stage.begin('break')
  stage.setShape(id, opened)
  stage.commit()
  return true
}

/** How far off an outline, in screen pixels, a press still means it. */
const EDGE_SLACK = 4

export const resizing: ToolState = {
  pointerMove(context, input) {
    const { stage, memory } = context
    if (memory.box) return dragGroup(context, input)
    const { region, handle, before } = memory
    const from = region === undefined ? undefined : before?.get(region)
    const name = region === undefined ? '' : (stage.kindOf(region) ?? '')
    const kind = shapeKind(name)
    if (region === undefined || !handle || !from || !kind) return
    const to = handle === 'rotate' ? input.at : placed(stage, name, input.at, region)
    stage.setShape(region, kind.dragHandle({ from, handle, to, picture: stage.picture, keepRatio: input.shift }))
  },
  pointerUp({ stage, go }) {
    stage.commit()
    go('idle')
  },
}

function clickOn(stage: Stage, id: RegionId, input: PointerInput): void {
  const now = stage.selection
  if (input.mod || input.shift) {
    const next = new Set(now)
    if (!next.delete(id)) next.add(id)
    stage.select(next)
  } else stage.select(now.size === 1 && now.has(id) ? [] : [id])
}

export const select = tool('select', 'default', {
  idle: {
    pointerDown(context, input) {
      if (grabHandle(context, input) || breakLine(context, input) || insertPoint(context, input)) return
      const { stage, memory, go } = context
      memory.from = input
      const hit = stage.hit(input.at)
      if (hit !== undefined) memory.region = hit
      go(hit === undefined ? 'banding' : 'pressing')
    },
  },

  pressing: {
    pointerMove(context, input) {
      const { stage, memory, go } = context
      const { region } = memory
      if (region === undefined || !isFar(context, input)) return
      if (!stage.selection.has(region)) stage.select([region])
      memory.before = changeable(stage, stage.selection)
      if (memory.before.size === 0) {
        stage.refuse('read-only')
        go('idle')
        return
      }
      memory.box = boxOfAll(stage, memory.before)
      stage.begin('move')
      go('moving')
    },
    pointerUp({ stage, memory, go }, input) {
      if (memory.region !== undefined) clickOn(stage, memory.region, input)
      go('idle')
    },
  },

  moving: {
    pointerMove({ stage, memory }, input) {
      const start = memory.from?.at ?? input.at
      const wanted = { x: input.at.x - start.x, y: input.at.y - start.y }
      // All go as far as the first of them may: they keep their places to one another.
      const by = memory.box ? within(memory.box, stage.picture, wanted) : wanted
      for (const [id, shape] of memory.before ?? []) {
        const kind = shapeKind(stage.kindOf(id) ?? '')
        if (kind) stage.setShape(id, kind.move(shape, stage.picture, by))
      }
    },
    pointerUp({ stage, go }) {
      stage.commit()
      go('idle')
    },
  },

  resizing,

  banding: {
    pointerMove(context, input) {
      const from = context.memory.from?.at
      if (from && isFar(context, input)) context.stage.showBand([from, input.at])
    },
    pointerUp(context, input) {
      const { stage, memory, go } = context
      const from = memory.from?.at
      stage.showBand(undefined)
      if (!from || !isFar(context, input)) {
        if (!input.mod) stage.select([])
      } else {
        const found = stage.touching(from, input.at)
        stage.select(input.mod ? [...stage.selection, ...found] : found)
      }
      go('idle')
    },
  },
})
