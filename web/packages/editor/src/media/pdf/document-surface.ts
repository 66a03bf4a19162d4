/**
 * The pages of a document as one surface to work on. A gesture is about one page, the one it began on: that page is in the
 * hand. Points on the screen are those of the box in which the pages scroll.
 */

import type { Readable, RegionId } from '../../model'
import type { SceneItem } from '../image/scene'
import { type Box, type Point, type Size, toPicture, type Viewport } from '../image/viewport'
import type { PageSurface } from './page-surface'

interface DocumentView {
  /** While a gesture goes on, its page stays in the hand. */
  readonly isHeld: () => boolean
  readonly zoomBy: (factor: number) => void
}

export class DocumentSurface {
  private readonly pages = new Map<number, PageSurface>()
  private held: PageSurface | undefined

  constructor(
    readonly box: HTMLElement,
    private readonly of: DocumentView,
  ) {}

  // ── the pages near the screen

  get shown(): Iterable<PageSurface> {
    return this.pages.values()
  }

  page(number: number): PageSurface | undefined {
    return this.pages.get(number)
  }

  add(page: PageSurface): void {
    this.pages.set(page.number, page)
    this.held ??= page
  }

  remove(page: PageSurface): void {
    if (this.pages.get(page.number) === page) this.pages.delete(page.number)
    if (this.held === page) this.held = [...this.pages.values()][0]
    page.destroy()
  }

  /** The page in the hand. */
  get current(): PageSurface {
    if (!this.held) throw new Error('no page is on the screen')
    return this.held
  }

  take(page: PageSurface): void {
    this.held = page
  }

  // ── where things are

  get size(): Size {
    return { width: this.box.clientWidth, height: this.box.clientHeight }
  }

  /** What is seen of the page that is most in the middle. */
  get seen(): Box {
    const { width, height } = this.size
    const page = this.nearest({ x: width / 2, y: height / 2 })?.root.getBoundingClientRect()
    const { x, y } = this.localPoint({ clientX: page?.left ?? 0, clientY: page?.top ?? 0 })
    const [right, bottom] = [x + (page?.width ?? width), y + (page?.height ?? height)]
    return { minX: Math.max(0, x), minY: Math.max(0, y), maxX: Math.min(width, right), maxY: Math.min(height, bottom) }
  }

  get middle(): Point {
    const { minX, minY, maxX, maxY } = this.seen
    return { x: (minX + maxX) / 2, y: (minY + maxY) / 2 }
  }

  get picture(): Size {
    return this.current.picture
  }

  get view(): Readable<Viewport> {
    return this.current.view
  }

  get scene(): PageSurface['scene'] {
    return this.current.scene
  }

  localPoint({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const { left, top } = this.box.getBoundingClientRect()
    return { x: clientX - left - this.box.clientLeft, y: clientY - top - this.box.clientTop }
  }

  /** Whether a point of the box is among pages, not on its scroll bars. */
  covers({ x, y }: Point): boolean {
    const { width, height } = this.size
    return this.held !== undefined && x >= 0 && y >= 0 && x < width && y < height
  }

  /** On the page in the hand: between gestures, the one that is nearest. */
  toPicture = (at: Point): Point => {
    if (!this.of.isHeld()) this.held = this.nearest(at) ?? this.held
    const { view, picture } = this.current
    return toPicture(view.get(), picture, this.toPage(at))
  }

  private toPage({ x, y }: Point): Point {
    const box = this.localPoint({ clientX: 0, clientY: 0 })
    const { left, top } = this.current.root.getBoundingClientRect()
    return { x: x - box.x - left, y: y - box.y - top }
  }

  private nearest({ y }: Point): PageSurface | undefined {
    const top = this.box.getBoundingClientRect().top + this.box.clientTop
    const off = ({ root }: PageSurface): number => {
      const rect = root.getBoundingClientRect()
      return Math.max(rect.top - top - y, y + top - rect.bottom, 0)
    }
    return [...this.pages.values()].sort((a, b) => off(a) - off(b))[0]
  }

  hit = (at: Point): SceneItem | undefined => this.held?.hit(at)

  // ── what gestures show

  setBand = (band: readonly [Point, Point] | undefined): void => this.held?.setBand(band)

  setAim(at: Point | undefined): void {
    for (const page of this.pages.values()) {
      page.setAim(at && page === this.held ? this.toPage(at) : undefined)
    }
  }

  panBy = ({ x, y }: Point): void => this.box.scrollBy(-x, -y)

  zoomBy(factor: number): void {
    this.of.zoomBy(factor)
  }

  // Rectangles are drawn without these.
  setPointer(): void {}
  setGhost(): void {}
  setStroke(): void {}
  setCaption(): void {}
  hold(_: RegionId | undefined): void {}
}
