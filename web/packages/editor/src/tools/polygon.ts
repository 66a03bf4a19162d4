/**
 * A polygon by clicks: closed by a click on its first point, a double click or Enter. Until then it is no region, so undo
 * and redo step through its points.
 */

import { LEAST_POINTS, polygonThrough } from '../media/image/shapes'
import type { Point } from '../model'
import { grabHandle, resizing } from './select'
import { type PointerInput, placed, type Stage, type ToolContext, tool } from './tool'

/** How far off the first point, in screen pixels, a click still closes. */
const CLOSE_SLACK = 9

function show(stage: Stage, points: readonly Point[], next?: Point): void {
  stage.showGhost('polygon', polygonThrough(next ? [...points, next] : points, false, stage.picture))
}

function closes(stage: Stage, points: readonly Point[], { at }: PointerInput): boolean {
  const [first] = points
  if (!first || points.length < LEAST_POINTS) return false
  return Math.hypot(at.x - first.x, at.y - first.y) <= CLOSE_SLACK / stage.scale()
}

function finish({ stage, memory, go }: ToolContext): void {
  const points = memory.points ?? []
  if (points.length < LEAST_POINTS) return
  stage.showGhost('polygon', undefined)
  stage.begin('draw')
  const region = stage.create('polygon', polygonThrough(points, true, stage.picture))
  if (region === undefined) stage.bail()
  else stage.commit(region)
  go('idle')
}

export const drawPolygon = tool('polygon', 'crosshair', {
  idle: {
    pointerDown(context, input) {
      if (grabHandle(context, input)) return
      const { stage, memory, go } = context
      stage.select([])
      memory.points = [placed(stage, 'polygon', input.at)]
      show(stage, memory.points)
      go('drawing')
    },
  },
  drawing: {
    pointerDown(context, input) {
      const { stage, memory } = context
      const points = memory.points ?? []
      if (closes(stage, points, input) || (input.clicks === 2 && points.length >= LEAST_POINTS)) finish(context)
      else if (input.clicks === 1) {
        memory.points = [...points, placed(stage, 'polygon', input.at)]
        memory.undone = []
        show(stage, memory.points)
      }
    },
    pointerMove({ stage, memory }, input) {
      const points = memory.points ?? []
      show(stage, points, closes(stage, points, input) ? points[0] : placed(stage, 'polygon', input.at))
    },
    undo({ stage, memory, go }) {
      const points = memory.points ?? []
      const last = points.at(-1)
      if (points.length <= 1 || !last) {
        stage.bail()
        go('idle')
        return
      }
      memory.points = points.slice(0, -1)
      memory.undone = [...(memory.undone ?? []), last]
      show(stage, memory.points)
    },
    redo({ stage, memory }) {
      const last = memory.undone?.at(-1)
      if (!last) return
      memory.undone = memory.undone?.slice(0, -1) ?? []
      memory.points = [...(memory.points ?? []), last]
      show(stage, memory.points)
    },
    confirm: finish,
  },
  resizing,
})
