/** The tools an image can offer, by id. Drawing tools say which value kind they make. */

import { drawEllipse, drawRect, drawRectByThree } from './draw'
import { pan } from './pan'
import { select } from './select'
import type { Tool } from './tool'

export interface DrawingTool {
  readonly tool: Tool
  /** Value kind of what it draws. */
  readonly kind: string
}

export const drawingTools: readonly DrawingTool[] = [
  { tool: drawRect, kind: 'rect' },
  { tool: drawRectByThree, kind: 'rect' },
  { tool: drawEllipse, kind: 'ellipse' },
]

export { pan, select }
export { type Memory, type PointerInput, type Stage, type Tool, type ToolContext, ToolRunner } from './tool'
