/** Painted regions: brush masks (run-length code) and bitmasks (PNG). They differ in nothing but how they travel. */

import type { JsonObject } from '../../../model'
import { pngShape, rleShape } from '../masks/code-client'
import { emptyMask, erased, type Mask, maskHas, moved, painted } from '../masks/runs'
import { turned } from '../masks/turned'
import { maskOf, remember } from '../masks/wire'
import { type ShapeKind, within } from './shape'

function masked(write: (mask: Mask) => JsonObject): ShapeKind {
  const shapeOf = (mask: Mask): JsonObject => remember(write(mask), mask)
  return {
    area: () => true,
    fields: [],
    mask: maskOf,
    ofMask: shapeOf,

    // What is still being read may lie anywhere.
    bounds: (shape, picture) => {
      const mask = maskOf(shape, picture)
      const whole = { minX: 0, minY: 0, maxX: picture.width, maxY: picture.height }
      return mask ? (mask.bounds ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 }) : whole
    },

    // It has no outline: it is drawn by its pixels.
    trace: () => undefined,

    hit(shape, picture, { x, y }) {
      const mask = maskOf(shape, picture)
      return mask !== undefined && maskHas(mask, x, y)
    },

    handles: () => [],
    dragHandle: ({ from }) => from,

    move(shape, picture, by) {
      const mask = maskOf(shape, picture)
      if (!mask?.bounds) return shape
      const step = within(mask.bounds, picture, { x: Math.round(by.x), y: Math.round(by.y) })
      return shapeOf(moved(mask, step.x, step.y))
    },

    transform(shape, picture, by) {
      const mask = maskOf(shape, picture)
      return mask ? shapeOf(turned(mask, by)) : shape
    },

    paint(shape, picture, spans, erases) {
      const mask = shape ? maskOf(shape, picture) : emptyMask(picture)
      // Painting over what could not be read would lose it.
      if (!mask) return shape ?? {}
      return shapeOf(erases ? erased(mask, spans) : painted(mask, spans))
    },
  }
}

export const mask = masked(rleShape)
export const bitmask = masked(pngShape)
