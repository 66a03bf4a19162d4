/**
 * A smaller copy of a very large picture, shown while it is zoomed out: scaling hundreds of megapixels in every frame of a
 * gesture is more than a browser can do. It is made by a worker, for decoding them on the page's thread would stop the page
 * for seconds; until it is there the picture is not shown, so that it is not decoded twice at once. Zoomed in the picture
 * itself is shown, of which little is on screen then, over the copy, which stands in while it is being decoded.
 */

import { Atom } from '../../model'
import { copyOrder, LARGE } from './file-copy'
import { askForCopy } from './overview-client'
import type { Size, Viewport } from './viewport'

/** Pixels of the copy. */
const COPY = 6_000_000

/** `none`: the picture is shown as it is. */
export type OverviewState = 'none' | 'making' | 'ready' | 'undecodable'

export class Overview {
  readonly state = new Atom<OverviewState>('none')
  private canvas: HTMLCanvasElement | undefined
  private detail: 'unasked' | 'decoding' | 'there' = 'unasked'
  private stop: (() => void) | undefined

  constructor(
    private readonly image: HTMLImageElement,
    private readonly picture: Size,
    /** The copy is there, or there will be none. */
    private readonly changed: () => void,
  ) {
    if (picture.width * picture.height > LARGE) this.make()
  }

  /** Shows the copy where it is sharp enough, else the picture. */
  place(view: Viewport, pixelRatio: number, transform: string): void {
    const { canvas, image } = this
    if (!canvas) {
      image.style.display = this.state.get() === 'making' ? 'none' : 'block'
      return
    }
    const isEnough = view.scale * pixelRatio * this.picture.width <= canvas.width * 1.1
    if (!isEnough) this.askForDetail()
    canvas.style.transform = transform
    canvas.style.display = isEnough || this.detail !== 'there' ? 'block' : 'none'
    image.style.display = isEnough ? 'none' : 'block'
  }

  filter(filter: string): void {
    if (this.canvas) this.canvas.style.filter = filter
  }

  remove(): void {
    this.stop?.()
    this.canvas?.remove()
    this.image.style.display = ''
  }

  private askForDetail(): void {
    if (this.detail !== 'unasked') return
    this.detail = 'decoding'
    const settled = (): void => {
      this.detail = 'there'
      this.changed()
    }
    this.image.decode().then(settled, settled)
  }

  private make(): void {
    this.state.set('making')
    this.stop = askForCopy(copyOrder(this.image, COPY), (answer) => {
      if ('bitmap' in answer) this.show(answer.bitmap)
      else this.settle(answer.refused === 'undecodable' ? 'undecodable' : 'none')
    })
  }

  private show(bitmap: ImageBitmap): void {
    const { image, picture } = this
    const canvas = document.createElement('canvas')
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    const context = canvas.getContext('bitmaprenderer')
    if (!context) {
      bitmap.close()
      this.settle('none')
      return
    }
    context.transferFromImageBitmap(bitmap)
    canvas.setAttribute('aria-hidden', 'true')
    canvas.className = image.className
    canvas.dataset.ready = 'true'
    canvas.style.cssText = `width:${picture.width}px;height:${picture.height}px;filter:${image.style.filter}`
    image.before(canvas)
    this.canvas = canvas
    this.settle('ready')
  }

  private settle(state: OverviewState): void {
    this.state.set(state)
    this.changed()
  }
}
