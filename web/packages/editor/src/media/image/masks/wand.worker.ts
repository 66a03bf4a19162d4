/** Grows areas of one picture, off the page's thread: 24 megapixels take a moment. */

import { solid } from './runs'
import { smoothed, Wand } from './wand'
import type { GrowOrder, WandAnswer, WandOrder } from './wand-client'

let grown: { readonly wand: Wand; readonly x: number; readonly y: number } | undefined
let pixels: ConstructorParameters<typeof Wand>[0] | undefined

function take(bitmap: ImageBitmap): void {
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  context?.drawImage(bitmap, 0, 0)
  bitmap.close()
  const rgba = context?.getImageData(0, 0, width, height).data
  if (rgba) pixels = { width, height, rgba }
}

function grow({ from, tolerance, blur, size }: GrowOrder): WandAnswer {
  if (!pixels) throw new Error('no picture')
  const at = { x: (from.x * pixels.width) / size.width, y: (from.y * pixels.height) / size.height }
  if (grown?.x !== at.x || grown.y !== at.y) grown = { wand: new Wand(pixels, at), ...at }
  const { starts, ends } = solid(pixels, smoothed(grown.wand.area(tolerance), pixels, blur))
  return { starts, ends, width: pixels.width, height: pixels.height }
}

addEventListener('message', ({ data }: MessageEvent<WandOrder>) => {
  if ('bitmap' in data) {
    take(data.bitmap)
    return
  }
  const answer = grow(data)
  postMessage(answer, { transfer: [answer.starts.buffer, answer.ends.buffer] })
})
