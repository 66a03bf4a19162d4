/** The kinds of geometry the image surface can draw, by value kind. */

import type { JsonObject } from '../../../model'
import { strokeSpans } from '../masks/stroke'
import type { Point, Size } from '../viewport'
import { ellipse } from './ellipse'
import { keypoint } from './keypoint'
import { bitmask, mask } from './mask'
import { ocrrect } from './ocrrect'
import { polygon } from './polygon'
import { rect } from './rect'
import type { ShapeKind } from './shape'
import { vector } from './vector'

const kinds: Readonly<Record<string, ShapeKind>> = { bitmask, ellipse, keypoint, mask, ocrrect, polygon, rect, vector }

export const shapeKind = (kind: string): ShapeKind | undefined => kinds[kind]

/** A painted disc between two corners. */
export const discBetween =
  (kind: 'mask' | 'bitmask') =>
  (a: Point, b: Point, picture: Size): JsonObject => {
    const size = Math.min(Math.abs(b.x - a.x), Math.abs(b.y - a.y))
    const centre = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
    const spans = strokeSpans({ points: [centre], size, erases: false }, picture)
    return kinds[kind]?.paint?.(undefined, picture, spans, false) ?? {}
  }

export { ellipseBetween } from './ellipse'
export { keypointAt } from './keypoint'
export { ocrRectBetween } from './ocrrect'
export { LEAST_POINTS, polygonBetween, polygonPoints, polygonThrough, polygonWith } from './polygon'
export { rectBetween, rectByThree } from './rect'
export { type Handle, type ShapeKind, type Similarity, within } from './shape'
export { vectorBent, vectorBetween, vectorPoints, vectorReversed, vectorWith } from './vector'
