/** Reads a mask from a picture: what is not transparent belongs to it. */

import { type Mask, MaskBuilder } from './runs'

/** Rows that are in memory at a time. */
const STRIP = 256

/** At the picture's own size; nothing when it is none. */
export async function readPicture(url: string): Promise<Mask | undefined> {
  const image = new Image()
  image.src = url
  try {
    await image.decode()
  } catch {
    // Whatever this is, no browser can show it; its result stays as it is.
    return undefined
  }
  const { naturalWidth: width, naturalHeight: height } = image
  if (width === 0 || height === 0) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = Math.min(STRIP, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  const builder = new MaskBuilder({ width, height })
  for (let top = 0; top < height; top += STRIP) {
    context.clearRect(0, 0, width, canvas.height)
    context.drawImage(image, 0, -top)
    const { data } = context.getImageData(0, 0, width, Math.min(STRIP, height - top))
    collect(builder, data, top * width)
  }
  return builder.finish()
}

function collect(builder: MaskBuilder, rgba: Uint8ClampedArray, first: number): void {
  const pixels = rgba.length / 4
  for (let at = 0; at < pixels; ) {
    const alpha = rgba[at * 4 + 3] as number
    let end = at + 1
    while (end < pixels && rgba[end * 4 + 3] === alpha) end += 1
    builder.push(first + at, first + end, alpha)
    at = end
  }
}
