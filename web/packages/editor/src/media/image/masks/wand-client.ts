/** The page's end of the wand: hands the picture to the worker once, then asks for one area after the other. */

import { type CopyOrder, copyOrder, LARGE } from '../file-copy'
import type { Point, Size } from '../viewport'
import { type Mask, resized, type Spans, solid } from './runs'

export interface GrowOrder {
  readonly from: Point
  readonly tolerance: number
  /** Radius in natural pixels within which the outline is smoothed. */
  readonly blur: number
  /** Of the picture `from` is about; the worker's may be smaller. */
  readonly size: Size
}

/** The picture, or where it is: of a very large one the worker makes a smaller copy. */
export type WandPicture = { readonly bitmap: ImageBitmap } | { readonly copy: CopyOrder }
export type WandOrder = GrowOrder | WandPicture
export type WandAnswer = (Spans & Size) | { readonly refused: true }

/** The browser does not let the pixels of this picture be read. */
export class UnreadablePicture extends Error {}

/** A picture with more pixels than this is made smaller first: its pixels would fill the memory. */
const MOST_PIXELS = 32_000_000

interface Waiting {
  readonly order: GrowOrder
  readonly settle: (mask: Mask | undefined) => void
  readonly fail: (error: unknown) => void
}

export class WandClient {
  private worker: Promise<Worker> | undefined
  private next: Waiting | undefined
  private busy = false

  constructor(
    private readonly image: HTMLImageElement,
    private readonly picture: Size,
  ) {}

  /** Nothing when a later order overtook this one. Throws `UnreadablePicture`. */
  grow(order: Omit<GrowOrder, 'size'>): Promise<Mask | undefined> {
    return new Promise((settle, fail) => {
      this.next?.settle(undefined)
      this.next = { order: { ...order, size: this.picture }, settle, fail }
      void this.work()
    })
  }

  close(): void {
    this.dismiss()
    this.next?.settle(undefined)
    this.next = undefined
  }

  private async work(): Promise<void> {
    if (this.busy) return
    this.busy = true
    for (let now = this.next; now; now = this.next) {
      this.next = undefined
      try {
        this.worker ??= this.start()
        now.settle(this.maskOf(await ask(await this.worker, now.order)))
      } catch (error) {
        // The next try may find the picture readable.
        this.dismiss()
        now.fail(error)
      }
    }
    this.busy = false
  }

  private dismiss(): void {
    this.worker?.then(
      (worker) => worker.terminate(),
      () => undefined,
    )
    this.worker = undefined
  }

  private async start(): Promise<Worker> {
    const { width, height } = this.picture
    const given: WandPicture =
      width * height > LARGE
        ? { copy: copyOrder(this.image, MOST_PIXELS) }
        : { bitmap: await readableBitmap(this.image) }
    const worker = new Worker(new URL('./wand.worker.ts', import.meta.url), { type: 'module' })
    worker.postMessage(given, 'bitmap' in given ? [given.bitmap] : [])
    return worker
  }

  private maskOf(answer: WandAnswer): Mask {
    if ('refused' in answer) throw new UnreadablePicture(this.image.currentSrc)
    const mask = solid(answer, answer)
    const { width, height } = this.picture
    return mask.width === width && mask.height === height ? mask : resized(mask, this.picture)
  }
}

function ask(worker: Worker, order: GrowOrder): Promise<WandAnswer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WandAnswer>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(order)
  })
}

const readableBitmap = async (image: HTMLImageElement): Promise<ImageBitmap> =>
  createImageBitmap(isReadable(image) ? image : await readableCopy(image))

function isReadable(image: HTMLImageElement): boolean {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d')
  try {
    context?.drawImage(image, 0, 0, 1, 1)
    context?.getImageData(0, 0, 1, 1)
    return true
  } catch {
    // Another site's picture, fetched without asking that site.
    return false
  }
}

/** The same picture fetched once more, this time asking its site; what the browser kept was not asked for. */
async function readableCopy(image: HTMLImageElement): Promise<Blob> {
  const credentials = image.crossOrigin === 'use-credentials' ? 'include' : 'same-origin'
  try {
    const response = await fetch(image.currentSrc, { mode: 'cors', cache: 'reload', credentials })
    if (response.ok) return await response.blob()
  } catch {
    // The site does not allow it, or does not answer.
  }
  throw new UnreadablePicture(image.currentSrc)
}
