/**
 * Shapes spanned between two corners: by one drag, by two clicks, or by a double click for a small one. A new shape is a
 * region from the first movement on, so what people see while drawing is what they get.
 */

import { ellipseBetween, ocrRectBetween, rectBetween, rectByThree } from '../media/image/shapes'
import type { Size } from '../media/image/viewport'
import type { JsonObject, Point } from '../model'
import { grabHandle, resizing } from './select'
import {
  backOut,
  CLICK_SLACK,
  isFar,
  type PointerInput,
  placed,
  type Stage,
  type Tool,
  type ToolContext,
  tool,
} from './tool'

export type Between = (a: Point, b: Point, picture: Size) => JsonObject

/** Side of the shape a double click makes, in screen pixels. */
const DOUBLE_CLICK_SIDE = 30

function start(context: ToolContext, kind: string, shape: JsonObject): boolean {
  const { stage, memory } = context
  stage.begin('draw')
  const region = stage.create(kind, shape)
  if (region === undefined) {
    stage.bail()
    return false
  }
  memory.region = region
  return true
}

/** Keeps the shape when it is large enough to be meant. */
function finish({ stage, memory, go }: ToolContext, input: PointerInput): void {
  const { region, from } = memory
  const slack = CLICK_SLACK / stage.scale()
  const meant = from && Math.abs(input.at.x - from.at.x) > slack && Math.abs(input.at.y - from.at.y) > slack
  if (region !== undefined && meant) stage.commit(region)
  else stage.bail()
  go('idle')
}

function twoCorners(id: string, kind: string, span: Between): Tool {
  const between = (stage: Stage, a: Point, b: Point): JsonObject =>
    span(placed(stage, kind, a), placed(stage, kind, b), stage.picture)
  const stretch = ({ stage, memory }: ToolContext, input: PointerInput): void => {
    if (memory.region === undefined || !memory.from) return
    stage.setShape(memory.region, between(stage, memory.from.at, input.at))
  }
  const begin = (context: ToolContext, input: PointerInput, next: string): void => {
    const from = context.memory.from?.at ?? input.at
    if (start(context, kind, between(context.stage, from, input.at))) context.go(next)
    else context.go('idle')
  }

  return tool(id, 'crosshair', {
    idle: {
      pointerDown(context, input) {
        if (grabHandle(context, input)) return
        context.memory.from = input
        context.go('pressing')
      },
    },
    pressing: {
      pointerMove(context, input) {
        if (isFar(context, input)) begin(context, input, 'dragging')
      },
      pointerUp({ go }) {
        go('clicked')
      },
    },
    dragging: { pointerMove: stretch, pointerUp: finish },
    clicked: {
      undo: backOut,
      pointerMove(context, input) {
        if (isFar(context, input)) begin(context, input, 'spanning')
      },
      pointerDown(context, input) {
        const side = DOUBLE_CLICK_SIDE / context.stage.scale()
        const from = context.memory.from?.at ?? input.at
        const to = { x: from.x + side, y: from.y + side }
        if (start(context, kind, between(context.stage, from, to))) {
          context.stage.commit(context.memory.region)
        }
        context.go('idle')
      },
    },
    spanning: { undo: backOut, pointerMove: stretch, pointerDown: stretch, pointerUp: finish },
    resizing,
  })
}

export const drawRect = twoCorners('rect', 'rect', rectBetween)
/** The same on the page of a document. */
export const drawOcrRect = twoCorners('rect', 'ocrrect', ocrRectBetween)
export const drawEllipse = twoCorners('ellipse', 'ellipse', ellipseBetween)

/** A turned rectangle: two clicks for one side, a third for how wide it is. */
export const drawRectByThree = tool('rect3', 'crosshair', {
  idle: {
    pointerDown(context, input) {
      if (grabHandle(context, input)) return
      context.memory.points = [input.at]
      context.memory.from = input
      context.go('side')
    },
  },
  side: {
    undo: backOut,
    pointerMove(context, input) {
      const { memory, stage } = context
      const a = memory.points?.[0] ?? input.at
      if (!isFar(context, input)) return
      const shape = rectByThree(a, input.at, input.at, stage.picture)
      if (memory.region !== undefined) stage.setShape(memory.region, shape)
      else if (!start(context, 'rect', shape)) context.go('idle')
    },
    pointerUp(context, input) {
      if (isFar(context, input)) secondPoint(context, input)
    },
    pointerDown(context, input) {
      if (isFar(context, input)) secondPoint(context, input)
    },
  },
  depth: {
    undo: backOut,
    pointerMove({ stage, memory }, input) {
      const [a, b] = memory.points ?? []
      if (memory.region !== undefined && a && b)
        stage.setShape(memory.region, rectByThree(a, b, input.at, stage.picture))
    },
    pointerDown({ stage, memory, go }) {
      stage.commit(memory.region)
      go('idle')
    },
  },
  resizing,
})

function secondPoint({ memory, go }: ToolContext, input: PointerInput): void {
  memory.points = [...(memory.points ?? []), input.at]
  go('depth')
}
