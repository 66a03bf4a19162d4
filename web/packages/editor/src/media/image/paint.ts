/** Drawing of shapes on a 2D canvas, cheap per frame: one path per look, and only what is on screen. */

import { readableOn } from '../readable'
import { paintMask } from './masks/paint'
import type { Look, SceneItem } from './scene'
import { type Box, type Point, type Size, toScreen, type Viewport } from './viewport'

export interface Frame {
  readonly context: CanvasRenderingContext2D
  readonly view: Viewport
  readonly picture: Size
  readonly screen: Size
  readonly pixelRatio: number
}

export function clear({ context, screen, pixelRatio }: Frame): void {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.clearRect(0, 0, screen.width, screen.height)
}

/** From here on the context takes natural pixels of the picture. */
export function enterPicture({ context, view, picture, pixelRatio }: Frame): void {
  const origin = toScreen(view, picture, { x: 0, y: 0 })
  const angle = (view.rotation * Math.PI) / 180
  const [cos, sin] = [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))]
  const k = view.scale * pixelRatio
  context.setTransform(cos * k, sin * k, -sin * k, cos * k, origin.x * pixelRatio, origin.y * pixelRatio)
}

const keyOf = (look: Look): string =>
  `${look.stroke}|${look.fill}|${look.fillOpacity}|${look.strokeWidth}|${look.strokeOpacity ?? 1}|${look.dashed ?? false}`

/** How many shapes are drawn between two breaks. */
const SLICE = 100

/**
 * Paints the items, with a break now and then that says how much has been drawn since the last one; `strong` ones
 * (selected, hovered) get a fuller fill and a thicker outline.
 */
export function* painting(frame: Frame, items: readonly SceneItem[], strong: boolean): Generator<number> {
  const groups = new Map<string, SceneItem[]>()
  for (const item of items) {
    if (item.kind.mask) {
      paintMask(frame, item.kind.mask(item.shape, frame.picture), maskLook(item.look, strong))
      yield 40
      continue
    }
    const key = `${keyOf(item.look)}|${item.kind.area(item.shape)}`
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  for (const group of groups.values()) {
    for (let at = 0; at < group.length; at += SLICE) {
      const slice = group.slice(at, at + SLICE)
      enterPicture(frame)
      paintAlike(frame, slice, strong)
      yield slice.length
    }
  }
}

export function paint(frame: Frame, items: readonly SceneItem[], strong: boolean): void {
  for (const _ of painting(frame, items, strong));
}

/** Strong masks still let the picture be seen. */
export const maskLook = (look: Look, strong: boolean): { colour: string; opacity: number } => ({
  colour: look.fill,
  opacity: Math.min(0.9, strong ? look.fillOpacity + 0.2 : look.fillOpacity),
})

/** Shapes of one look, as one path. */
function paintAlike({ context, view, picture }: Frame, items: readonly SceneItem[], strong: boolean): void {
  const [first] = items
  if (!first) return
  const { look } = first
  context.beginPath()
  for (const item of items) item.kind.trace(context, item.shape, picture, view.scale)
  if (first.kind.area(first.shape) && look.fillOpacity > 0) {
    context.globalAlpha = Math.min(1, strong ? look.fillOpacity + 0.15 : look.fillOpacity)
    context.fillStyle = look.fill
    context.fill()
  }
  context.globalAlpha = strong ? 1 : (look.strokeOpacity ?? 1)
  context.strokeStyle = look.stroke
  context.lineWidth = (look.strokeWidth + (strong ? 1 : 0)) / view.scale
  context.setLineDash(look.dashed ? [6 / view.scale, 4 / view.scale] : [])
  context.stroke()
  context.setLineDash([])
  context.globalAlpha = 1
}

/** Name tags above the shapes; too small a shape gets none unless it is `always`. */
export function* paintingTags(frame: Frame, items: readonly SceneItem[], always: boolean): Generator<number> {
  const { context, view, picture, pixelRatio } = frame
  for (const [index, item] of items.entries()) {
    if (index % SLICE === 0) yield index === 0 ? 0 : SLICE
    if (!item.text) continue
    const box = item.kind.bounds(item.shape, picture)
    const a = toScreen(view, picture, { x: box.minX, y: box.minY })
    const b = toScreen(view, picture, { x: box.maxX, y: box.maxY })
    const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
    if (!always && right - left < 24) continue
    const top = Math.min(a.y, b.y)
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
    context.font = '600 11px system-ui, sans-serif'
    context.textBaseline = 'middle'
    const width = Math.min(context.measureText(item.text).width, 220) + 10
    const y = top - 18 < 2 ? top + 2 : top - 18
    context.fillStyle = item.look.stroke
    context.beginPath()
    context.roundRect(left - 1, y, width, 16, 3)
    context.fill()
    context.fillStyle = readableOn(item.look.stroke)
    context.fillText(item.text, left + 4, y + 8.5, 220)
  }
}

export function paintTags(frame: Frame, items: readonly SceneItem[], always: boolean): void {
  for (const _ of paintingTags(frame, items, always));
}

/** The points of a shape in the making. */
export function paintPoints({ context, view, picture, pixelRatio }: Frame, item: SceneItem): void {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.fillStyle = '#fff'
  context.strokeStyle = item.look.stroke
  context.lineWidth = 2
  const radius = item.look.pointRadius ?? 4
  for (const { at } of item.kind.handles(item.shape, picture, { rotatable: false, reach: 0 })) {
    const { x, y } = toScreen(view, picture, at)
    context.beginPath()
    context.arc(x, y, radius, 0, Math.PI * 2)
    context.fill()
    context.stroke()
  }
}

/** From the points of a shape to what bends them. */
export function paintGuides({ context, view, picture, pixelRatio }: Frame, item: SceneItem): void {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.strokeStyle = item.look.stroke
  context.lineWidth = 1
  context.beginPath()
  for (const [from, to] of item.kind.guides?.(item.shape, picture) ?? []) {
    const [a, b] = [toScreen(view, picture, from), toScreen(view, picture, to)]
    context.moveTo(a.x, a.y)
    context.lineTo(b.x, b.y)
  }
  context.stroke()
}

/** A ring as large as the brush. */
export function paintBrush({ context, view, pixelRatio }: Frame, at: Point, size: number): void {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  const radius = Math.max(1.5, (size * view.scale) / 2)
  context.beginPath()
  context.arc(at.x, at.y, radius, 0, Math.PI * 2)
  outlined(context, 1.25)
}

export interface Caption {
  readonly at: Point
  readonly text: string
}

export function paintCaption({ context, view, picture, pixelRatio }: Frame, { at, text }: Caption): void {
  const { x, y } = toScreen(view, picture, at)
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.font = '600 12px system-ui, sans-serif'
  context.textBaseline = 'middle'
  const width = context.measureText(text).width + 12
  context.fillStyle = 'rgba(20, 22, 26, 0.85)'
  context.beginPath()
  context.roundRect(x + 14, y - 30, width, 20, 4)
  context.fill()
  context.fillStyle = '#fff'
  context.fillText(text, x + 20, y - 19.5)
}

/** A cross with an open middle: what it points at stays in sight. */
export function paintAim({ context, pixelRatio }: Frame, { x, y }: Point): void {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.beginPath()
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(x + dx * 4, y + dy * 4)
    context.lineTo(x + dx * 16, y + dy * 16)
  }
  outlined(context, 1.75)
}

/** Strokes the path so that it is seen on any picture. */
function outlined(context: CanvasRenderingContext2D, width: number): void {
  for (const [colour, lineWidth] of [
    ['rgba(0, 0, 0, 0.6)', width + 1.75],
    ['#fff', width],
  ] as const) {
    context.strokeStyle = colour
    context.lineWidth = lineWidth
    context.stroke()
  }
}

/** The box around several shapes. */
export function paintFrame(frame: Frame, { minX, minY, maxX, maxY }: Box): void {
  const { context, view } = frame
  enterPicture(frame)
  context.strokeStyle = 'rgb(56, 132, 255)'
  context.lineWidth = 1 / view.scale
  context.setLineDash([5 / view.scale, 4 / view.scale])
  context.strokeRect(minX, minY, maxX - minX, maxY - minY)
  context.setLineDash([])
}

export function paintBand({ context, view, picture, pixelRatio }: Frame, [from, to]: readonly [Point, Point]): void {
  const [a, b] = [toScreen(view, picture, from), toScreen(view, picture, to)]
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.fillStyle = 'rgba(56, 132, 255, 0.12)'
  context.strokeStyle = 'rgb(56, 132, 255)'
  context.lineWidth = 1
  context.fillRect(a.x, a.y, b.x - a.x, b.y - a.y)
  context.strokeRect(a.x, a.y, b.x - a.x, b.y - a.y)
}

export function paintCrosshair({ context, screen, pixelRatio }: Frame, at: Point): void {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.beginPath()
  context.moveTo(0, Math.round(at.y) + 0.5)
  context.lineTo(screen.width, Math.round(at.y) + 0.5)
  context.moveTo(Math.round(at.x) + 0.5, 0)
  context.lineTo(Math.round(at.x) + 0.5, screen.height)
  context.strokeStyle = 'rgba(120, 120, 120, 0.8)'
  context.lineWidth = 1
  context.stroke()
}

export function paintGrid(frame: Frame, step: number, colour: string): void {
  const { context, picture, view } = frame
  if (step * view.scale < 4) return
  enterPicture(frame)
  context.beginPath()
  for (let x = step; x < picture.width; x += step) {
    context.moveTo(x, 0)
    context.lineTo(x, picture.height)
  }
  for (let y = step; y < picture.height; y += step) {
    context.moveTo(0, y)
    context.lineTo(picture.width, y)
  }
  context.globalAlpha = 0.15
  context.strokeStyle = colour
  context.lineWidth = 1 / view.scale
  context.stroke()
  context.globalAlpha = 1
}
