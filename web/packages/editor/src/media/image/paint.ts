/** Drawing of shapes on a 2D canvas, cheap per frame: one path per look, and only what is on screen. */

import type { Look, SceneItem } from './scene'
import { type Point, type Size, toScreen, type Viewport } from './viewport'

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
function enterPicture({ context, view, picture, pixelRatio }: Frame): void {
  const origin = toScreen(view, picture, { x: 0, y: 0 })
  const angle = (view.rotation * Math.PI) / 180
  const [cos, sin] = [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))]
  const k = view.scale * pixelRatio
  context.setTransform(cos * k, sin * k, -sin * k, cos * k, origin.x * pixelRatio, origin.y * pixelRatio)
}

const keyOf = (look: Look): string =>
  `${look.stroke}|${look.fill}|${look.fillOpacity}|${look.strokeWidth}|${look.dashed ?? false}`

/** Paints the items; `strong` ones (selected, hovered) get a fuller fill and a thicker outline. */
export function paint(frame: Frame, items: readonly SceneItem[], strong: boolean): void {
  const { context, view, picture } = frame
  enterPicture(frame)
  const groups = new Map<string, SceneItem[]>()
  for (const item of items) {
    const key = `${keyOf(item.look)}|${item.kind.area}`
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  for (const group of groups.values()) {
    const first = group[0] as SceneItem
    const { look } = first
    context.beginPath()
    for (const item of group) item.kind.trace(context, item.shape, picture)
    if (first.kind.area && look.fillOpacity > 0) {
      context.globalAlpha = Math.min(1, strong ? look.fillOpacity + 0.15 : look.fillOpacity)
      context.fillStyle = look.fill
      context.fill()
    }
    context.globalAlpha = 1
    context.strokeStyle = look.stroke
    context.lineWidth = (look.strokeWidth + (strong ? 1 : 0)) / view.scale
    context.setLineDash(look.dashed ? [6 / view.scale, 4 / view.scale] : [])
    context.stroke()
  }
  context.setLineDash([])
}

/** Name tags above the shapes; too small a shape gets none unless it is `always`. */
export function paintTags(frame: Frame, items: readonly SceneItem[], always: boolean): void {
  const { context, view, picture, pixelRatio } = frame
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.font = '600 11px system-ui, sans-serif'
  context.textBaseline = 'middle'
  for (const item of items) {
    if (!item.text) continue
    const box = item.kind.bounds(item.shape, picture)
    const a = toScreen(view, picture, { x: box.minX, y: box.minY })
    const b = toScreen(view, picture, { x: box.maxX, y: box.maxY })
    const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
    if (!always && right - left < 24) continue
    const top = Math.min(a.y, b.y)
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

/** Black or white, whichever reads better on a `#rrggbb` colour. */
export function readableOn(colour: string): string {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour)
  if (!match) return '#ffffff'
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => {
    const value = Number.parseInt(part, 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.4 ? '#10151c' : '#ffffff'
}
