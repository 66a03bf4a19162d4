/**
 * What the image surface and its tools need to know about a kind of geometry. One file a kind; nobody asks "which kind
 * is it?", they call the kind. All lengths are natural pixels of the unrotated picture; `shape` is in the wire's percent.
 */

import { type JsonObject, rotate } from '../../../model'
import type { Mask, Spans } from '../masks/runs'
import type { Box, Point, Size } from '../viewport'

export interface Handle {
  readonly id: string
  readonly at: Point
  readonly cursor: string
  /** `rotate` stands off the shape, `vertex` is a point of it. */
  readonly look: 'corner' | 'edge' | 'rotate' | 'vertex'
}

export interface HandleDrag {
  /** The shape as it was when the drag began. */
  readonly from: JsonObject
  readonly handle: string
  readonly to: Point
  readonly picture: Size
  readonly keepRatio: boolean
}

/** Turns about a point, and grows or shrinks from it; in pixel space. */
export interface Similarity {
  readonly about: Point
  readonly scale: number
  readonly degrees: number
}

export function transformed({ about, scale, degrees }: Similarity, at: Point): Point {
  const { x, y } = rotate(at, about, degrees)
  return { x: about.x + (x - about.x) * scale, y: about.y + (y - about.y) * scale }
}

export interface Field {
  readonly key: string
  readonly label: string
  readonly unit: '%' | '°'
  /** What is stored for 100 %, where that is not 100. */
  readonly whole?: number
}

export interface ShapeKind {
  bounds: (shape: JsonObject, picture: Size) => Box
  /** Adds the outline to the path under construction; `scale` is screen pixels per natural pixel. */
  trace: (path: CanvasPath, shape: JsonObject, picture: Size, scale: number) => void
  /** `slack` is how far off the outline still counts, for what has no area. */
  hit: (shape: JsonObject, picture: Size, at: Point, slack: number) => boolean
  handles: (
    shape: JsonObject,
    picture: Size,
    options: { readonly rotatable: boolean; readonly reach: number },
  ) => Handle[]
  dragHandle: (drag: HandleDrag) => JsonObject
  /** Moves the shape, kept inside the picture. */
  move: (shape: JsonObject, picture: Size, by: Point) => JsonObject
  /** Turns and scales it with others. */
  readonly transform?: (shape: JsonObject, picture: Size, by: Similarity) => JsonObject
  /** What the details panel lets a person type. */
  readonly fields: readonly Field[]
  /** Whether it is filled. */
  readonly area: (shape: JsonObject) => boolean
  /** Where a point goes that snaps to pixels; to their corners unless said otherwise. */
  readonly snap?: (at: Point) => Point
  /** Puts a point on the outline at `at`, and says by which handle it is dragged; nothing when the outline is elsewhere. */
  readonly insertPoint?: (
    shape: JsonObject,
    picture: Size,
    at: Point,
    slack: number,
  ) => { readonly shape: JsonObject; readonly handle: string } | undefined
  /** Takes the point of a handle away; nothing when the shape would be none without it. */
  readonly removePoint?: (shape: JsonObject, handle: string, picture: Size) => JsonObject | undefined
  /** Opens a closed line at `at`; nothing when it is elsewhere or open already. */
  readonly breakAt?: (shape: JsonObject, picture: Size, at: Point, slack: number) => JsonObject | undefined
  /** Makes a corner a curve, or a curve a corner. */
  readonly togglePoint?: (shape: JsonObject, handle: string, picture: Size) => JsonObject | undefined
  /** Lines from points to what bends them. */
  readonly guides?: (shape: JsonObject, picture: Size) => (readonly [Point, Point])[]
  /** The pixels of what is painted rather than outlined. */
  readonly mask?: (shape: JsonObject, picture: Size) => Mask | undefined
  /** Paints or rubs out pixels, on a shape or on nothing yet. */
  readonly paint?: (shape: JsonObject | undefined, picture: Size, spans: Spans, erases: boolean) => JsonObject
  /** A shape of these pixels. */
  readonly ofMask?: (mask: Mask) => JsonObject
  /** Its lines as points near enough to them, for what is a line rather than an area. */
  readonly lines?: (shape: JsonObject, picture: Size) => Point[][]
  /** The line around its area, in natural pixels; nothing where it has none. */
  readonly outline?: (shape: JsonObject, picture: Size) => Point[] | undefined
}

export const number = (shape: JsonObject, key: string): number => {
  const value = shape[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

/** The movement that is left of `by` when `box` may not leave the picture. */
export const within = (box: Box, picture: Size, by: Point): Point => ({
  x: Math.max(Math.min(by.x, picture.width - box.maxX), -box.minX),
  y: Math.max(Math.min(by.y, picture.height - box.maxY), -box.minY),
})

const CURSORS = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const
/** The resize cursor that points along `degrees` (0: to the right, clockwise). */
export const cursorAlong = (degrees: number): string => CURSORS[(Math.round(degrees / 45) + 8) % 4] ?? 'move'
