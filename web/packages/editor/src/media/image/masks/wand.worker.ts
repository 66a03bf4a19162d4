/** Grows areas of one picture, off the page's thread: 24 megapixels take a moment. */

import { fileCopy } from '../file-copy'
import { solid } from './runs'
import { type Pixels, smoothed, Wand } from './wand'
import type { GrowOrder, WandAnswer, WandOrder, WandPicture } from './wand-client'

let grown: { readonly wand: Wand; readonly x: number; readonly y: number } | undefined
let taken: Promise<Pixels | undefined> = Promise.resolve(undefined)

async function take(picture: WandPicture): Promise<Pixels | undefined> {
  const answer = 'copy' in picture ? await fileCopy(picture.copy) : picture
  if (!('bitmap' in answer)) return undefined
  const { bitmap } = answer
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  context?.drawImage(bitmap, 0, 0)
  bitmap.close()
  const rgba = context?.getImageData(0, 0, width, height).data
  return rgba && { width, height, rgba }
}

function grow(pixels: Pixels, { from, tolerance, blur, size }: GrowOrder) {
  const at = { x: (from.x * pixels.width) / size.width, y: (from.y * pixels.height) / size.height }
  if (grown?.x !== at.x || grown.y !== at.y) grown = { wand: new Wand(pixels, at), ...at }
  const { starts, ends } = solid(pixels, smoothed(grown.wand.area(tolerance), pixels, blur))
  return { starts, ends, width: pixels.width, height: pixels.height }
}

addEventListener('message', async ({ data }: MessageEvent<WandOrder>) => {
  if (!('from' in data)) {
    taken = take(data)
    return
  }
  const pixels = await taken
  if (!pixels) {
    postMessage({ refused: true } satisfies WandAnswer)
    return
  }
  const answer = grow(pixels, data)
  postMessage(answer satisfies WandAnswer, { transfer: [answer.starts.buffer, answer.ends.buffer] })
})
