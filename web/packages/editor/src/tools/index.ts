/** The tools an image can offer, by id. Drawing tools say which value kind they make. */

import {
  discBetween,
  ellipseBetween,
  keypointAt,
  ocrRectBetween,
  polygonBetween,
  rectBetween,
  vectorBetween,
} from '../media/image/shapes'
import { bitmaskBrush, brush, eraser } from './brush'
import { type Between, drawEllipse, drawOcrRect, drawRect, drawRectByThree } from './draw'
import { fill } from './fill'
import { drawKeypoint } from './keypoint'
import { pan } from './pan'
import { drawPolygon } from './polygon'
import { select } from './select'
import type { Tool } from './tool'
import { drawVector } from './vector'
import { wand } from './wand'

export interface DrawingTool {
  readonly tool: Tool
  /** Value kind of what it draws. */
  readonly kind: string
  /** The shape between two corners, for those who draw without a pointer. */
  readonly between?: Between
  /** Works on the selected region of its kind: `also` makes new ones too, `only` does not. */
  readonly amends?: 'also' | 'only'
  /** Offered only where the config has this tag. */
  readonly tag?: string
  /** Not offered where this tag alone makes its kind. */
  readonly notFor?: string
  /** It has no smart copy. */
  readonly byHand?: true
}

const middle: Between = (a, b, picture) => keypointAt({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, 2, picture)

const WAND = 'MagicWand'

export const drawingTools: readonly DrawingTool[] = [
  { tool: drawRect, kind: 'rect', between: rectBetween },
  { tool: drawRectByThree, kind: 'rect', byHand: true },
  { tool: drawOcrRect, kind: 'ocrrect', between: ocrRectBetween, byHand: true },
  { tool: drawEllipse, kind: 'ellipse', between: ellipseBetween },
  { tool: drawPolygon, kind: 'polygon', between: polygonBetween },
  { tool: drawVector, kind: 'vector', between: vectorBetween, byHand: true },
  { tool: drawKeypoint, kind: 'keypoint', between: middle },
  { tool: brush, kind: 'mask', between: discBetween('mask'), amends: 'also', notFor: WAND },
  { tool: wand, kind: 'mask', amends: 'also', tag: WAND, byHand: true },
  { tool: bitmaskBrush, kind: 'bitmask', between: discBetween('bitmask'), amends: 'also' },
  { tool: eraser, kind: 'mask', amends: 'only' },
  { tool: eraser, kind: 'bitmask', amends: 'only' },
  { tool: fill, kind: 'mask', amends: 'only' },
  { tool: fill, kind: 'bitmask', amends: 'only' },
]

/** Whether a picture whose controls make this kind offers the tool. */
export const isOffered = ({ tag, notFor }: DrawingTool, makers: readonly { readonly tag: string }[]): boolean =>
  makers.some((it) => (tag === undefined || it.tag === tag) && it.tag !== notFor)

export type { Steps } from './progress'
export {
  type Memory,
  type PointerInput,
  type Stage,
  type Tool,
  type ToolContext,
  ToolRunner,
  type WandHand,
} from './tool'
export { pan, select }
