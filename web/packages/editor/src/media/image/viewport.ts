/**
 * Where the picture stands on the screen. Pure: natural pixels of the unrotated picture on one side, CSS pixels of the
 * surface on the other. Regions live in percent of the unrotated picture, so turning the view never touches them.
 */

import type { Box, Point } from '../../model'

export type { Box, Point }

export interface Size {
  readonly width: number
  readonly height: number
}

export type Quarter = 0 | 90 | 180 | 270

export interface Viewport {
  readonly scale: number
  /** Screen position of the picture's centre. */
  readonly x: number
  readonly y: number
  readonly rotation: Quarter
}

export const MIN_SCALE = 0.01
export const MAX_SCALE = 64
/** Room around a fitted picture, so that handles at its border can be grabbed. */
const MARGIN = 12

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Size of the picture as turned. */
export const turned = (picture: Size, rotation: Quarter): Size =>
  rotation % 180 === 0 ? picture : { width: picture.height, height: picture.width }

export function fit(picture: Size, screen: Size, rotation: Quarter = 0, limit = Number.POSITIVE_INFINITY): Viewport {
  // Nothing to fit it into yet.
  if (screen.width === 0 || screen.height === 0) return actualSize(screen, rotation)
  const { width, height } = turned(picture, rotation)
  const free = { width: Math.max(1, screen.width - 2 * MARGIN), height: Math.max(1, screen.height - 2 * MARGIN) }
  const scale = clamp(Math.min(free.width / width, free.height / height, limit), MIN_SCALE, MAX_SCALE)
  return { scale, rotation, x: screen.width / 2, y: screen.height / 2 }
}

export const actualSize = (screen: Size, rotation: Quarter): Viewport => ({
  scale: 1,
  rotation,
  x: screen.width / 2,
  y: screen.height / 2,
})

export interface Alignment {
  readonly horizontal?: 'left' | 'center' | 'right'
  readonly vertical?: 'top' | 'center' | 'bottom'
}

/** Moves the picture to a side of the screen where there is room beside it. */
export function aligned(view: Viewport, picture: Size, screen: Size, { horizontal, vertical }: Alignment): Viewport {
  const { width, height } = turned(picture, view.rotation)
  const place = (side: string | undefined, now: number, room: number, extent: number): number => {
    const half = (extent * view.scale) / 2 + MARGIN
    if (2 * half > room) return now
    if (side === 'left' || side === 'top') return half
    return side === 'right' || side === 'bottom' ? room - half : now
  }
  return {
    ...view,
    x: place(horizontal, view.x, screen.width, width),
    y: place(vertical, view.y, screen.height, height),
  }
}

const TURNS: Record<Quarter, readonly [cos: number, sin: number]> = {
  0: [1, 0],
  90: [0, 1],
  180: [-1, 0],
  270: [0, -1],
}

export function toScreen(view: Viewport, picture: Size, point: Point): Point {
  const [cos, sin] = TURNS[view.rotation]
  const dx = (point.x - picture.width / 2) * view.scale
  const dy = (point.y - picture.height / 2) * view.scale
  return { x: view.x + dx * cos - dy * sin, y: view.y + dx * sin + dy * cos }
}

export function toPicture(view: Viewport, picture: Size, point: Point): Point {
  const [cos, sin] = TURNS[view.rotation]
  const dx = (point.x - view.x) / view.scale
  const dy = (point.y - view.y) / view.scale
  return { x: dx * cos + dy * sin + picture.width / 2, y: -dx * sin + dy * cos + picture.height / 2 }
}

/** A screen movement as a movement in the picture. */
export function toPictureDelta(view: Viewport, delta: Point): Point {
  const [cos, sin] = TURNS[view.rotation]
  return { x: (delta.x * cos + delta.y * sin) / view.scale, y: (-delta.x * sin + delta.y * cos) / view.scale }
}

/** Zooms so that what is under `anchor` stays there. */
export function zoomAt(view: Viewport, factor: number, anchor: Point, lowest = MIN_SCALE): Viewport {
  const scale = clamp(view.scale * factor, lowest, MAX_SCALE)
  const ratio = scale / view.scale
  return { ...view, scale, x: anchor.x + (view.x - anchor.x) * ratio, y: anchor.y + (view.y - anchor.y) * ratio }
}

/** Moves the picture; a strip of it always stays on screen, so that nobody loses it. */
export function pan(view: Viewport, picture: Size, screen: Size, delta: Point): Viewport {
  const { width, height } = turned(picture, view.rotation)
  const keep = 48
  const halfWidth = (width * view.scale) / 2
  const halfHeight = (height * view.scale) / 2
  return {
    ...view,
    x: clamp(view.x + delta.x, keep - halfWidth, screen.width - keep + halfWidth),
    y: clamp(view.y + delta.y, keep - halfHeight, screen.height - keep + halfHeight),
  }
}

export const turn = (view: Viewport, by: 90 | -90): Quarter => ((view.rotation + by + 360) % 360) as Quarter

/** The part of the picture that is on screen, in natural pixels. */
export function visibleBox(view: Viewport, picture: Size, screen: Size): Box {
  const a = toPicture(view, picture, { x: 0, y: 0 })
  const b = toPicture(view, picture, { x: screen.width, y: screen.height })
  return boxOf([a, b])
}

/** Where a box of the picture is on the screen. */
export const screenBox = (view: Viewport, picture: Size, { minX, minY, maxX, maxY }: Box): Box =>
  boxOf([toScreen(view, picture, { x: minX, y: minY }), toScreen(view, picture, { x: maxX, y: maxY })])

export function boxOf(points: readonly Point[]): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    minX = Math.min(minX, x)
    minY = Math.min(minY, y)
    maxX = Math.max(maxX, x)
    maxY = Math.max(maxY, y)
  }
  return { minX, minY, maxX, maxY }
}

export const inside = (box: Box, { x, y }: Point): boolean =>
  x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY

export const clampTo = (picture: Size, { x, y }: Point): Point => ({
  x: clamp(x, 0, picture.width),
  y: clamp(y, 0, picture.height),
})
