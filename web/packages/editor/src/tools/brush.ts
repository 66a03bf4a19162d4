/**
 * Brush and eraser. A stroke is one undo step: it goes on to the selected mask, or makes one, which is then selected so
 * that the next stroke belongs to it too.
 */

import { type Stroke, strokeSpans } from '../media/image/masks/stroke'
import { paint, selectedMask } from './mask'
import { type Tool, type ToolContext, tool } from './tool'

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
          const spans = strokeSpans(strokeOf(context), stage.picture)
          paint(stage, { kind, spans, erases, region: memory.region })
          go('idle')
        },
      },
    },
    { traces: true, sized: true },
  )
}

export const brush = painting('brush', ['mask'], false)
export const bitmaskBrush = painting('bitmask', ['bitmask'], false)
export const eraser = painting('eraser', ['mask', 'bitmask'], true)
