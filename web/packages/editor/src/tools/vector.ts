/**
 * A path by clicks; dragging while a point is set curves it, where the control allows that. A double click or Enter ends
 * it, a click on its first or last point closes it when it may be closed. Until then it is no region, so undo and redo
 * step through its points.
 */

import { vectorBent, vectorPoints, vectorReversed, vectorWith } from '../media/image/shapes'
import type { JsonObject } from '../model'
import { grabHandle, resizing } from './select'
import { addStep, drawn, stepping } from './steps'
import { isFar, type PointerInput, placed, type Stage, type ToolContext, tool } from './tool'

/** How far off a point, in screen pixels, a click still means it. */
const POINT_SLACK = 9

interface Rules {
  readonly closable: boolean
  readonly curves: boolean
  readonly skeleton: boolean
  readonly least: number
  readonly most: number
}

function rulesOf(stage: Stage): Rules {
  const { closable, curves, skeleton, minPoints, maxPoints } = stage.control('vector')
  return {
    closable: closable === true,
    curves: curves === true,
    skeleton: skeleton === true,
    least: Math.max(2, typeof minPoints === 'number' ? minPoints : 0),
    most: typeof maxPoints === 'number' && maxPoints > 0 ? maxPoints : Number.POSITIVE_INFINITY,
  }
}

const count = (context: ToolContext): number => vectorPoints(drawn(context), context.stage.picture).length

/** The point under the pointer, of those that are set. */
function pointAt(context: ToolContext, { at }: PointerInput): number | undefined {
  const slack = POINT_SLACK / context.stage.scale()
  const points = vectorPoints(drawn(context), context.stage.picture)
  const found = points.findIndex(({ x, y }) => Math.hypot(at.x - x, at.y - y) <= slack)
  return found < 0 ? undefined : found
}

function show(context: ToolContext, shape: JsonObject | undefined): void {
  context.stage.showGhost('vector', shape)
}

function add(context: ToolContext, input: PointerInput): void {
  const { stage, memory } = context
  const shape = vectorWith(drawn(context), placed(stage, 'vector', input.at), memory.active, stage.picture)
  addStep(context, shape)
  memory.active = count(context) - 1
  memory.from = input
  show(context, shape)
}

/** After a step the next point hangs on the last one. */
function retake(context: ToolContext): void {
  context.memory.active = count(context) - 1
  show(context, drawn(context))
}

function finish(context: ToolContext, closed = false): void {
  const { stage, memory, go } = context
  if (count(context) < rulesOf(stage).least) return
  const shape = { ...drawn(context), closed }
  show(context, undefined)
  stage.begin('draw')
  const region = memory.region ?? stage.create('vector', shape)
  if (memory.region !== undefined) stage.setShape(memory.region, shape)
  if (region === undefined) stage.bail()
  else stage.commit(region)
  go('idle')
}

/**
 * The selected path, as it goes on from the point of a handle: from either end, of a skeleton from any point. Nothing
 * when it is closed, full, or not to be changed.
 */
function continued({ stage }: ToolContext, handle: string): { shape: JsonObject; from: number } | undefined {
  const [id] = stage.selection
  const shape = id === undefined || stage.selection.size !== 1 ? undefined : stage.shapeOf(id)
  if (!shape || id === undefined || !stage.canChange(id) || stage.kindOf(id) !== 'vector' || !handle.startsWith('v')) {
    return undefined
  }
  const { skeleton, most } = rulesOf(stage)
  const points = vectorPoints(shape, stage.picture).length
  const from = Number(handle.slice(1))
  if (shape.closed === true || points >= most) return undefined
  if (skeleton || from === points - 1) return { shape, from }
  const reversed = from === 0 ? vectorReversed(shape, stage.picture) : undefined
  return reversed && { shape: reversed, from: points - 1 }
}

/** A click on a point that is set: it closes the path, ends it, or is where a skeleton goes on. */
function meet(context: ToolContext, input: PointerInput, point: number): void {
  const { closable, skeleton } = rulesOf(context.stage)
  const last = count(context) - 1
  if (skeleton && input.clicks === 1) context.memory.active = point
  else if (closable && last >= 2 && (point === 0 || (point === last && input.clicks === 1))) finish(context, true)
  else if (input.clicks === 2) finish(context)
}

export const drawVector = tool('vector', 'crosshair', {
  idle: {
    pointerDown(context, input) {
      const plain = input.clicks === 1 && !input.alt && !input.shift
      if (plain && continued(context, input.handle ?? '')) {
        context.memory.from = input
        context.go('grabbing')
        return
      }
      if (grabHandle(context, input)) return
      context.stage.select([])
      add(context, input)
      context.go('pressing')
    },
  },
  /** On a point that a path can go on from: a drag moves the point, a click goes on. */
  grabbing: {
    pointerMove(context, input) {
      const { from } = context.memory
      if (from && isFar(context, input)) grabHandle(context, from)
    },
    pointerUp(context) {
      const { stage, memory, go } = context
      const path = continued(context, memory.from?.handle ?? '')
      const [region] = stage.selection
      if (!path || region === undefined) {
        go('idle')
        return
      }
      memory.region = region
      memory.steps = [path.shape]
      memory.active = path.from
      show(context, path.shape)
      go('drawing')
    },
  },
  pressing: {
    pointerMove(context, input) {
      const { stage, memory } = context
      if (!isFar(context, input) || !(rulesOf(stage).curves || input.shift)) return
      const shape = vectorBent(drawn(context), input.at, stage.picture)
      memory.steps = memory.steps?.with(-1, shape) ?? []
      show(context, shape)
    },
    pointerUp(context) {
      if (count(context) >= rulesOf(context.stage).most) finish(context)
      else context.go('drawing')
    },
  },
  drawing: {
    pointerDown(context, input) {
      const point = pointAt(context, input)
      if (point !== undefined) {
        meet(context, input, point)
        return
      }
      add(context, input)
      context.go('pressing')
    },
    pointerMove(context, input) {
      const { stage, memory } = context
      const at = placed(stage, 'vector', input.at)
      show(context, vectorWith(drawn(context), at, memory.active, stage.picture))
    },
    ...stepping(retake),
    confirm: (context) => finish(context),
  },
  resizing,
})
