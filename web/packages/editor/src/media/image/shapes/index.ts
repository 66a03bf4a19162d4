/** The kinds of geometry the image surface can draw, by value kind. */

import { ellipse } from './ellipse'
import { rect } from './rect'
import type { ShapeKind } from './shape'

const kinds: Readonly<Record<string, ShapeKind>> = { ellipse, rect }

export const shapeKind = (kind: string): ShapeKind | undefined => kinds[kind]

export { ellipseBetween } from './ellipse'
export { rectBetween, rectByThree } from './rect'
export type { Handle, ShapeKind } from './shape'
