/** The tools an image can offer, by id. Drawing tools say which value kind they make. */

import { ellipseBetween, rectBetween } from '../media/image/shapes'
import { type Between, drawEllipse, drawRect, drawRectByThree } from './draw'
import { pan } from './pan'
import { select } from './select'
import type { Tool } from './tool'

export interface DrawingTool {
  readonly tool: Tool
  /** Value kind of what it draws. */
  readonly kind: string
  /** The shape between two corners, of tools that need no more than that. */
  readonly between?: Between
}

export const drawingTools: readonly DrawingTool[] = [
  { tool: drawRect, kind: 'rect', between: rectBetween },
  { tool: drawRectByThree, kind: 'rect' },
  { tool: drawEllipse, kind: 'ellipse', between: ellipseBetween },
]

export { type Memory, type PointerInput, type Stage, type Tool, type ToolContext, ToolRunner } from './tool'
export { pan, select }
