/** The page's end of writing masks: small ones are written when somebody reads them, large ones by a worker meanwhile. */

import { type JsonObject, noteUnderway } from '../../../model'
import { maskDataUrl, rleBytes } from './code'
import type { Mask } from './runs'

export interface CodeOrder {
  readonly id: number
  readonly as: 'rle' | 'png'
  readonly mask: Mask
}

export interface CodeAnswer {
  readonly id: number
  readonly code: Uint8Array | string
}

/** With fewer runs a mask is written faster than it is handed over. */
const LARGE = 1_000

let worker: Worker | undefined
let orders = 0
const waiting = new Map<number, (code: CodeAnswer['code'] | undefined) => void>()

/** Nothing when the worker could not: then whoever reads the mask writes it. */
function ask(as: CodeOrder['as'], mask: Mask): Promise<CodeAnswer['code'] | undefined> {
  return new Promise((resolve) => {
    const id = ++orders
    try {
      worker ??= start()
      worker.postMessage({ id, as, mask } satisfies CodeOrder)
      waiting.set(id, resolve)
    } catch {
      // Not every page may start one: a policy of its own, or the editor comes from another site.
      resolve(undefined)
    }
  })
}

function start(): Worker {
  const started = new Worker(new URL('./code.worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data: { id, code } }: MessageEvent<CodeAnswer>) => {
    waiting.get(id)?.(code)
    waiting.delete(id)
  }
  started.onerror = () => {
    worker = undefined
    for (const resolve of waiting.values()) resolve(undefined)
    waiting.clear()
  }
  return started
}

/** Written once, when it is first read, unless the worker was faster. */
function written<T extends CodeAnswer['code']>(mask: Mask, as: CodeOrder['as'], write: (mask: Mask) => T): () => T {
  let code: T | undefined
  if (mask.starts.length >= LARGE && typeof Worker !== 'undefined') {
    noteUnderway(
      ask(as, mask).then((answer) => {
        code ??= answer as T | undefined
      }),
    )
  }
  return () => {
    code ??= write(mask)
    return code
  }
}

export function rleShape(mask: Mask): JsonObject {
  const bytes = written(mask, 'rle', rleBytes)
  let rle: number[] | undefined
  return {
    format: 'rle',
    get rle() {
      rle ??= [...bytes()]
      return rle
    },
  }
}

export function pngShape(mask: Mask): JsonObject {
  const url = written(mask, 'png', maskDataUrl)
  return {
    get imageDataURL() {
      return url()
    },
  }
}
