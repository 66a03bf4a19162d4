/**
 * Brush and eraser. A stroke is one undo step: it goes on to the selected mask, or makes one, which is then selected so
 * that the next stroke belongs to it too.
 */

import type { Stroke } from '../media/image/masks/stroke'
import { shapeKind } from '../media/image/shapes'
import type { RegionId } from '../model'
import { type Stage, type Tool, type ToolContext, tool } from './tool'

/** The selected region, when it is one that can be painted on. */
function selectedMask(stage: Stage, kinds: readonly string[]): RegionId | undefined {
  const [id] = stage.selection
  if (id === undefined || stage.selection.size !== 1 || !stage.canChange(id)) return undefined
  return kinds.includes(stage.kindOf(id) ?? '') ? id : undefined
}

function painting(id: string, kinds: readonly string[], erases: boolean): Tool {
  const kindOf = ({ stage, memory }: ToolContext): string =>
    (memory.region === undefined ? undefined : stage.kindOf(memory.region)) ?? kinds[0] ?? ''
  const strokeOf = ({ stage, memory }: ToolContext): Stroke => ({
    points: memory.points ?? [],
    size: stage.brushSize(),
    erases,
  })
  const show = (context: ToolContext): void =>
    context.stage.showStroke(kindOf(context), strokeOf(context), context.memory.region)

  return tool(
    id,
    'crosshair',
    {
      idle: {
        pointerDown(context, input) {
          const { stage, memory, go } = context
          const region = selectedMask(stage, kinds)
          if (region !== undefined) memory.region = region
          else if (erases) return
          memory.points = [input.at]
          show(context)
          go('painting')
        },
      },
      painting: {
        pointerMove(context, input) {
          const { memory } = context
          memory.points = [...(memory.points ?? []), input.at]
          show(context)
        },
        pointerUp(context) {
          const { stage, memory, go } = context
          const kind = kindOf(context)
          stage.showStroke(kind, undefined)
          paint(stage, kind, strokeOf(context), memory.region)
          go('idle')
        },
      },
    },
    { traces: true, sized: true },
  )
}

function paint(stage: Stage, kind: string, stroke: Stroke, region: RegionId | undefined): void {
  const before = region === undefined ? undefined : stage.shapeOf(region)
  const shape = shapeKind(kind)?.paint?.(before, stage.picture, stroke)
  if (!shape) return
  stage.begin(stroke.erases ? 'erase' : 'draw')
  if (region !== undefined) {
    stage.setShape(region, shape)
    stage.commit()
    return
  }
  const made = stage.create(kind, shape)
  if (made === undefined) {
    stage.bail()
    return
  }
  stage.commit(made)
  stage.select([made])
}

export const brush = painting('brush', ['mask'], false)
export const bitmaskBrush = painting('bitmask', ['bitmask'], false)
export const eraser = painting('eraser', ['mask', 'bitmask'], true)
