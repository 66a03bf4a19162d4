/** Shapes made click by click are no region until they are whole: until then undo and redo step through their points. */

import type { JsonObject } from '../model'
import { backOut, type ToolContext, type ToolState } from './tool'

export const drawn = ({ memory }: ToolContext): JsonObject => memory.steps?.at(-1) ?? {}

export function addStep({ memory }: ToolContext, shape: JsonObject): void {
  memory.steps = [...(memory.steps ?? []), shape]
  memory.undone = []
}

/** `show` draws the shape as it is after the step. */
export const stepping = (show: (context: ToolContext) => void): Pick<ToolState, 'undo' | 'redo'> => ({
  undo(context) {
    const { memory } = context
    const steps = memory.steps ?? []
    const last = steps.at(-1)
    if (steps.length <= 1 || !last) {
      backOut(context)
      return
    }
    memory.steps = steps.slice(0, -1)
    memory.undone = [...(memory.undone ?? []), last]
    show(context)
  },
  redo(context) {
    const { memory } = context
    const again = memory.undone?.at(-1)
    if (!again) return
    memory.undone = memory.undone?.slice(0, -1) ?? []
    memory.steps = [...(memory.steps ?? []), again]
    show(context)
  },
})
