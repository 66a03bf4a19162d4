/**
 * Magic wand: a press takes what has the colour under it, dragging to the right takes more and to the left less. Goes on
 * to the selected mask, or makes one; with Alt it takes away from the selected one.
 */

import { maskShape } from '../media/image/masks/wire'
import { paint, selectedMask } from './mask'
import { type PointerInput, type ToolContext, tool } from './tool'

/** Screen pixels the pointer moves for one step of tolerance. */
const PIXELS_PER_STEP = 2
const MOST = 254

function toleranceAt({ stage, memory }: ToolContext, input: PointerInput): number {
  const by = input.screen.x - (memory.from?.screen.x ?? input.screen.x)
  return Math.min(MOST, Math.max(0, Math.round((stage.wand?.tolerance ?? 0) + by / PIXELS_PER_STEP)))
}

async function preview(context: ToolContext, input: PointerInput): Promise<void> {
  const { stage, memory, alive } = context
  const tolerance = toleranceAt(context, input)
  stage.showCaption(input.at, `± ${tolerance}`)
  const mask = await stage.wand?.grow(memory.from?.at ?? input.at, tolerance)
  if (mask && alive()) stage.showGhost('mask', maskShape(mask))
}

async function finish(context: ToolContext, input: PointerInput): Promise<void> {
  const { stage, memory, go, alive } = context
  const { from, region } = memory
  stage.showCaption(input.at, undefined)
  const mask = await stage.wand?.grow(from?.at ?? input.at, toleranceAt(context, input))
  if (!alive()) return
  stage.showGhost('mask', undefined)
  if (mask && mask.starts.length > 0) {
    paint(stage, { kind: 'mask', spans: mask, erases: from?.alt === true && region !== undefined, region })
  }
  go('idle')
}

export const wand = tool('wand', 'crosshair', {
  idle: {
    pointerDown(context, input) {
      const { stage, memory, go } = context
      const region = selectedMask(stage, ['mask'])
      if (region !== undefined) memory.region = region
      memory.from = input
      go('growing')
      void preview(context, input)
    },
  },
  growing: {
    pointerMove: (context, input) => void preview(context, input),
    pointerUp(context, input) {
      context.go('settling')
      context.stage.waitFor(finish(context, input))
    },
  },
  /** The last area is still being grown. */
  settling: {},
})
