/** Masks as they come: from run-length codes, and from pictures. */

import { type Json, type JsonObject, RleError, readRuns } from '../../../model'
import type { Size } from '../viewport'
import { readPicture } from './picture'
import { type Mask, MaskBuilder, resized } from './runs'

/** Throws `RleError` when the code is broken or of a picture of another size. */
export function rleMask(rle: ArrayLike<number>, size: Size): Mask {
  const builder = new MaskBuilder(size)
  readRuns(rle, size.width * size.height, (start, end, value) => builder.push(start, end, value))
  return builder.finish()
}

/**
 * What shapes hold, read once: a shape never changes, so its mask is kept as long as it. `undefined` is a mask that is
 * being read, or cannot be.
 */
const known = new WeakMap<JsonObject, Mask | undefined>()
const waiting = new Set<() => void>()

/** At which size masks were stored, where that is not the picture's. */
const sizes = new WeakMap<JsonObject, Size>()

/** Tells at which size a mask was stored; a code does not say it itself. */
export function storedAt(shape: JsonObject, outer: JsonObject | undefined): void {
  const { original_width: width, original_height: height } = outer ?? {}
  if (typeof width === 'number' && typeof height === 'number' && width > 0 && height > 0)
    sizes.set(shape, { width, height })
}

/** Says when masks that take their time have been read. */
export function onMaskRead(listener: () => void): () => void {
  waiting.add(listener)
  return () => void waiting.delete(listener)
}

/** A shape that is only shown: it has no code. */
export const maskShape = (mask: Mask): JsonObject => remember({}, mask)

/** A shape made of a mask, which is then known without reading it. */
export function remember(shape: JsonObject, mask: Mask): JsonObject {
  known.set(shape, mask)
  return shape
}

/** The mask of a shape: from its code at once, from a picture later. */
export function maskOf(shape: JsonObject, size: Size): Mask | undefined {
  if (known.has(shape)) return known.get(shape)
  known.set(shape, undefined)
  if (Array.isArray(shape.rle)) {
    const own = sizes.get(shape)
    const mask = rleOrNothing(shape.rle, size) ?? (own && rleOrNothing(shape.rle, own))
    known.set(shape, mask && fitted(mask, size))
  } else {
    const url = shape.imageDataURL ?? shape.maskDataURL
    if (typeof url === 'string' && url.startsWith('data:image/')) void readLater(shape, url, size)
  }
  return known.get(shape)
}

/** A mask of a smaller or larger copy of the picture. */
const fitted = (mask: Mask, size: Size): Mask =>
  mask.width === size.width && mask.height === size.height ? mask : resized(mask, size)

function rleOrNothing(rle: readonly Json[], size: Size): Mask | undefined {
  try {
    return rleMask(rle as number[], size)
  } catch (error) {
    // A broken code, or one of another picture: the region stays in the list and its result as it is.
    if (error instanceof RleError) return undefined
    throw error
  }
}

async function readLater(shape: JsonObject, url: string, size: Size): Promise<void> {
  const mask = await readPicture(url)
  if (!mask) return
  known.set(shape, fitted(mask, size))
  for (const listener of waiting) listener()
}
