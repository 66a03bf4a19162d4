/**
 * A polygon by clicks: closed by a click on its first point, a double click or Enter. Until then it is no region, so undo
 * and redo step through its points.
 */

import { LEAST_POINTS, polygonPoints, polygonWith } from '../media/image/shapes'
import type { Point } from '../model'
import { grabHandle, resizing } from './select'
import { addStep, drawn, stepping } from './steps'
import { type PointerInput, placed, type ToolContext, tool } from './tool'

/** How far off the first point, in screen pixels, a click still closes. */
const CLOSE_SLACK = 9

const pointsOf = (context: ToolContext): readonly Point[] => polygonPoints(drawn(context), context.stage.picture)

function show(context: ToolContext, next?: Point): void {
  const { stage } = context
  const shape = drawn(context)
  stage.showGhost('polygon', next ? polygonWith(shape, next, stage.picture) : shape)
}

function add(context: ToolContext, input: PointerInput): void {
  const { stage } = context
  addStep(context, polygonWith(drawn(context), placed(stage, 'polygon', input.at), stage.picture))
  show(context)
}

function closes({ stage }: ToolContext, points: readonly Point[], { at }: PointerInput): boolean {
  const [first] = points
  if (!first || points.length < LEAST_POINTS) return false
  return Math.hypot(at.x - first.x, at.y - first.y) <= CLOSE_SLACK / stage.scale()
}

function finish(context: ToolContext): void {
  const { stage, go } = context
  if (pointsOf(context).length < LEAST_POINTS) return
  stage.showGhost('polygon', undefined)
  stage.begin('draw')
  const region = stage.create('polygon', { ...drawn(context), closed: true })
  if (region === undefined) stage.bail()
  else stage.commit(region)
  go('idle')
}

export const drawPolygon = tool('polygon', 'crosshair', {
  idle: {
    pointerDown(context, input) {
      if (grabHandle(context, input)) return
      context.stage.select([])
      add(context, input)
      context.go('drawing')
    },
  },
  drawing: {
    pointerDown(context, input) {
      const points = pointsOf(context)
      if (closes(context, points, input) || (input.clicks === 2 && points.length >= LEAST_POINTS)) finish(context)
      else if (input.clicks === 1) add(context, input)
    },
    pointerMove(context, input) {
      const points = pointsOf(context)
      show(context, closes(context, points, input) ? points[0] : placed(context.stage, 'polygon', input.at))
    },
    ...stepping(show),
    confirm: finish,
  },
  resizing,
})
