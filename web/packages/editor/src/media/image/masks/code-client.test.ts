import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { allWritten, type JsonObject } from '../../../model'
import { maskDataUrl, maskRle, rleBytes } from './code'
import type { CodeAnswer, CodeOrder } from './code-client'
import { type Mask, MaskBuilder } from './runs'

const orders: CodeOrder[] = []
let answer: (answer: CodeAnswer) => void
let fail: () => void

class SlowWorker {
  onmessage: (event: { data: CodeAnswer }) => void = () => undefined
  onerror: () => void = () => undefined

  constructor() {
    answer = (data) => this.onmessage({ data })
    fail = () => this.onerror()
  }

  postMessage(order: CodeOrder): void {
    orders.push(order)
  }
}

/** Every other pixel of some rows. */
function striped(rows: number): Mask {
  const builder = new MaskBuilder({ width: 40, height: rows })
  for (let at = 0; at < 40 * rows; at += 2) builder.push(at, at + 1, 255)
  return builder.finish()
}
const large = striped(80)

let client: typeof import('./code-client')
beforeEach(async () => {
  vi.stubGlobal('Worker', SlowWorker)
  vi.resetModules()
  client = await import('./code-client')
})
afterEach(() => {
  orders.length = 0
  vi.unstubAllGlobals()
})

async function isWritten(shape: JsonObject, key: string): Promise<boolean> {
  let written = false
  const { allWritten: all } = await import('../../../model')
  void all().then(() => {
    written = true
  })
  await new Promise((resolve) => setTimeout(resolve))
  return written && Object.hasOwn(shape, key)
}

describe('the code of a mask', () => {
  it('is written by a worker when it is long, and sending waits for it', async () => {
    const shape = client.rleShape(large)
    expect(orders).toMatchObject([{ as: 'rle' }])
    expect(await isWritten(shape, 'rle')).toBe(false)
    // What the worker says is taken as it is.
    answer({ id: orders[0]?.id ?? 0, code: Uint8Array.of(1, 2, 3) })
    expect(await isWritten(shape, 'rle')).toBe(true)
    expect(JSON.parse(JSON.stringify(shape))).toEqual({ format: 'rle', rle: [1, 2, 3] })
  })

  it('is written there and then for those who cannot wait', () => {
    expect({ ...client.rleShape(large) }).toEqual({ format: 'rle', rle: maskRle(large) })
    expect({ ...client.pngShape(large) }).toEqual({ imageDataURL: maskDataUrl(large) })
  })

  it('needs no worker when it is short', async () => {
    const small = striped(2)
    const shape = client.pngShape(small)
    expect(orders).toEqual([])
    expect(structuredClone(shape)).toEqual({ imageDataURL: maskDataUrl(small) })
    await allWritten()
  })

  it('is written without a worker where a page may start none', async () => {
    vi.stubGlobal('Worker', function Refused() {
      throw new DOMException('Refused', 'SecurityError')
    })
    const shape = client.rleShape(large)
    expect(await isWritten(shape, 'rle')).toBe(true)
    expect(shape.rle).toEqual(maskRle(large))
  })

  it('is not lost with the worker, and the next one gets another', async () => {
    const shape = client.rleShape(large)
    fail()
    expect(await isWritten(shape, 'rle')).toBe(true)
    expect(shape.rle).toEqual([...rleBytes(large)])
    client.rleShape(large)
    expect(orders).toHaveLength(2)
  })
})
