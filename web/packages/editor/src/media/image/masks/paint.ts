/** Draws masks, and strokes on them as they will be once they are part of it. */

import { enterPicture, type Frame } from '../paint'
import { visibleBox } from '../viewport'
import type { Mask } from './runs'
import type { Stroke } from './stroke'
import { tilesOf } from './tiles'

export interface MaskLook {
  readonly colour: string
  readonly opacity: number
}

/** Where what must not shine through itself is put together before it is shown. */
let scratch: HTMLCanvasElement | undefined

export function paintMask(frame: Frame, mask: Mask | undefined, look: MaskLook, stroke?: Stroke): void {
  const seen = visibleBox(frame.view, frame.picture, frame.screen)
  const tiles = mask ? tilesOf(mask, look.colour, frame.view.scale * frame.pixelRatio, seen) : []
  const alone = tiles.length <= 1 && !stroke
  const target = alone ? frame : aside(frame)
  if (!target) return
  const { context } = target
  enterPicture(target)
  context.imageSmoothingEnabled = frame.view.scale * frame.pixelRatio < 1
  context.globalAlpha = alone ? look.opacity : 1
  for (const { canvas, box } of tiles) {
    context.drawImage(canvas, box.minX, box.minY, box.maxX - box.minX, box.maxY - box.minY)
  }
  context.globalAlpha = 1
  if (stroke) paintStroke(context, stroke, look.colour)
  if (!alone) bring(frame, target, look.opacity)
}

function paintStroke(context: CanvasRenderingContext2D, { points, size, erases }: Stroke, colour: string): void {
  const [first, ...rest] = points
  if (!first) return
  context.globalCompositeOperation = erases ? 'destination-out' : 'source-over'
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.lineWidth = Math.max(1, size)
  context.strokeStyle = colour
  context.setLineDash([])
  context.beginPath()
  context.moveTo(first.x, first.y)
  // A line of no length still draws its round ends.
  for (const { x, y } of rest.length > 0 ? rest : [first]) context.lineTo(x, y)
  context.stroke()
  context.globalCompositeOperation = 'source-over'
}

function aside(frame: Frame): Frame | undefined {
  scratch ??= document.createElement('canvas')
  const { width, height } = frame.context.canvas
  const context = scratch.getContext('2d')
  if (!context) return undefined
  if (scratch.width !== width || scratch.height !== height) {
    scratch.width = width
    scratch.height = height
  } else {
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, height)
  }
  return { ...frame, context }
}

function bring({ context }: Frame, from: Frame, opacity: number): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.globalAlpha = opacity
  context.drawImage(from.context.canvas, 0, 0)
  context.globalAlpha = 1
}
