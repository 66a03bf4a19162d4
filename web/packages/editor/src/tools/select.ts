/** Select, move, resize, turn; drag on nothing draws a rubber band. */

import { shapeKind } from '../media/image/shapes'
import type { JsonObject, RegionId } from '../model'
import { isFar, type PointerInput, type Stage, type ToolContext, type ToolState, tool } from './tool'

const changeable = (stage: Stage, ids: Iterable<RegionId>): Map<RegionId, JsonObject> => {
  const shapes = new Map<RegionId, JsonObject>()
  for (const id of ids) {
    const shape = stage.shapeOf(id)
    if (shape && stage.canChange(id)) shapes.set(id, shape)
  }
  return shapes
}

/** A press on a handle of the selected shape, the same for every tool. */
export function grabHandle({ stage, memory, go }: ToolContext, input: PointerInput): boolean {
  const [id] = stage.selection
  if (!input.handle || id === undefined || stage.selection.size !== 1) return false
  memory.from = input
  memory.handle = input.handle
  memory.region = id
  memory.before = changeable(stage, [id])
  stage.begin('resize')
  go('resizing')
  return true
}

export const resizing: ToolState = {
  pointerMove({ stage, memory }, input) {
    const { region, handle, before } = memory
    const from = region === undefined ? undefined : before?.get(region)
    const kind = region === undefined ? undefined : shapeKind(stage.kindOf(region) ?? '')
    if (region === undefined || !handle || !from || !kind) return
    const drag = { from, handle, to: input.at, picture: stage.picture, keepRatio: input.shift }
    stage.setShape(region, kind.dragHandle(drag))
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
      if (grabHandle(context, input)) return
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
      const by = { x: input.at.x - start.x, y: input.at.y - start.y }
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
