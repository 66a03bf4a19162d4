/**
 * A smaller copy of a very large picture, shown while it is zoomed out: scaling a hundred megapixels in every frame of a
 * gesture is more than a browser can do. Zoomed in the picture itself is shown, of which little is on screen then.
 */

import type { Size, Viewport } from './viewport'

/** A picture with fewer pixels needs none. */
const LARGE = 30_000_000
/** Pixels of the copy. */
const COPY = 6_000_000

export class Overview {
  private canvas: HTMLCanvasElement | undefined
  private gone = false

  constructor(
    private readonly image: HTMLImageElement,
    private readonly picture: Size,
    /** The copy is there. */
    private readonly ready: () => void,
  ) {
    const { width, height } = picture
    if (width * height > LARGE) void this.make(Math.sqrt(COPY / (width * height)))
  }

  /** Shows the copy where it is sharp enough, else the picture. */
  place(view: Viewport, pixelRatio: number, transform: string): void {
    const { canvas, image } = this
    if (!canvas) return
    const enough = view.scale * pixelRatio * this.picture.width <= canvas.width * 1.1
    canvas.style.transform = transform
    canvas.style.display = enough ? 'block' : 'none'
    image.style.display = enough ? 'none' : 'block'
  }

  filter(filter: string): void {
    if (this.canvas) this.canvas.style.filter = filter
  }

  remove(): void {
    this.gone = true
    this.canvas?.remove()
    this.image.style.display = ''
  }

  private async make(share: number): Promise<void> {
    const { image, picture } = this
    const resizeWidth = Math.round(picture.width * share)
    const resizeHeight = Math.round(picture.height * share)
    let bitmap: ImageBitmap
    try {
      bitmap = await createImageBitmap(image, { resizeWidth, resizeHeight, resizeQuality: 'medium' })
    } catch {
      // Out of memory, or a picture without pixels of its own: it is shown as it is.
      return
    }
    const canvas = document.createElement('canvas')
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    const context = canvas.getContext('bitmaprenderer')
    if (this.gone || !context) {
      bitmap.close()
      return
    }
    context.transferFromImageBitmap(bitmap)
    canvas.setAttribute('aria-hidden', 'true')
    canvas.className = image.className
    canvas.dataset.ready = 'true'
    canvas.style.cssText = `width:${picture.width}px;height:${picture.height}px;filter:${image.style.filter}`
    image.after(canvas)
    this.canvas = canvas
    this.ready()
  }
}
