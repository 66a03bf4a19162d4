/** Masks as they are written: a run-length code, or the data URL of a PNG. */

import { RunWriter } from '../../../model'
import { encodePng } from './png'
import type { Mask } from './runs'

export function maskRle(mask: Mask): number[] {
  return [...rleBytes(mask)]
}

export function rleBytes({ width, height, starts, ends, values }: Mask): Uint8Array {
  const writer = new RunWriter(width * height)
  for (const [i, start] of starts.entries()) writer.run(start, ends[i] as number, values[i] as number)
  return writer.finish()
}

export function maskDataUrl(mask: Mask): string {
  const png = encodePng(mask)
  let text = ''
  for (let at = 0; at < png.length; at += 8192) text += String.fromCharCode(...png.subarray(at, at + 8192))
  return `data:image/png;base64,${btoa(text)}`
}
