/**
 * The picture and its shapes on the screen, without React. The picture is an `<img>` moved by CSS (the browser scales,
 * caches and colour-corrects it, and needs no permission to read its pixels); shapes are on two layers, so that a drag
 * repaints what is selected and not the thousands that are not; handles of the selected shape are SVG.
 */

import { Atom } from '../../model'
import { Handles } from './handles'
import { Layer } from './layer'
import { paintMask } from './masks/paint'
import type { Stroke } from './masks/stroke'
import { Overview } from './overview'
import {
  type Caption,
  clear,
  type Frame,
  maskLook,
  paint,
  paintAim,
  paintBand,
  paintBrush,
  paintCaption,
  paintCrosshair,
  paintFrame,
  paintGrid,
  paintGuides,
  painting,
  paintingTags,
  paintPoints,
  paintTags,
} from './paint'
import { Scene, type SceneItem } from './scene'
import { drawHandles, groupOf } from './selected'
import {
  type Alignment,
  actualSize,
  aligned,
  fit,
  type Point,
  pan,
  type Quarter,
  type Size,
  screenBox,
  toPicture,
  toScreen,
  turn,
  type Viewport,
  visibleBox,
  zoomAt,
} from './viewport'

export interface SurfaceOptions {
  readonly defaultZoom: 'auto' | 'original' | 'fit'
  readonly negativeZoom: boolean
  readonly smoothing: boolean
  readonly crosshair: boolean
  readonly alignment: Alignment
  readonly grid?: { readonly step: number; readonly colour: string }
}

/** A stroke on an item that is there, or on one in the making. */
export interface StrokePreview {
  readonly item: SceneItem
  readonly stroke: Stroke
}

/** How far off, in screen pixels, a click still hits. */
const SLACK = 3
/** What shapes may reach beyond their bounds on screen: outlines, points that are drawn larger than they are. */
const BLEED = 8

export class ImageSurface {
  readonly view: Atom<Viewport>
  readonly scene: Scene
  private readonly base: Layer
  private readonly top: HTMLCanvasElement
  private readonly handles: Handles
  readonly overview: Overview
  private screen: Size
  private strong: ReadonlySet<string> = new Set()
  private held: string | undefined
  private handled: ReadonlySet<string> = new Set()
  private pointer: Point | undefined
  private aim: Point | undefined
  private caption: Caption | undefined
  private brush: number | undefined
  private band: readonly [Point, Point] | undefined
  private ghost: SceneItem | undefined
  private stroke: StrokePreview | undefined
  private guests: readonly SceneItem[] = []
  private tags = false
  private pending = { top: true }
  private frameRequest = 0
  private settling: ReturnType<typeof setTimeout> | undefined
  private readonly resizing: ResizeObserver
  /** Until somebody zooms, the picture follows the size of the surface. */
  private fitted = true

  constructor(
    readonly root: HTMLElement,
    readonly image: HTMLImageElement,
    readonly picture: Size,
    private readonly options: SurfaceOptions,
  ) {
    this.scene = new Scene(picture)
    this.screen = { width: root.clientWidth, height: root.clientHeight }
    this.view = new Atom(this.initialView(0))
    this.base = new Layer(root, picture, (frame) => this.paintBase(frame))
    this.top = root.appendChild(document.createElement('canvas'))
    this.top.setAttribute('aria-hidden', 'true')
    this.top.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none;display:none'
    this.handles = new Handles(root)
    this.smooth(options.smoothing)
    this.overview = new Overview(image, picture, () => this.draw())
    this.resizing = new ResizeObserver(() => this.resize())
    this.resizing.observe(root)
    this.view.subscribe(() => {
      this.keepTexture()
      this.redraw('top')
    })
    this.resize()
  }

  destroy(): void {
    this.resizing.disconnect()
    cancelAnimationFrame(this.frameRequest)
    clearTimeout(this.settling)
    this.overview.remove()
    this.base.remove()
    this.top.remove()
    this.handles.remove()
  }

  // ── what is drawn

  setItems(items: readonly SceneItem[]): void {
    this.scene.replace(items)
    this.redraw()
  }

  putItem(item: SceneItem): void {
    this.scene.put(item)
    this.redraw(this.isStrong(item.id) ? 'top' : 'both')
  }

  removeItem(id: string): void {
    this.scene.remove(id)
    this.redraw()
  }

  /** Draws these above the others, fuller; `handled` gets handles. */
  emphasise(ids: ReadonlySet<string>, handled: ReadonlySet<string>): void {
    const same = ids.size === this.strong.size && [...ids].every((id) => this.strong.has(id))
    this.strong = ids
    this.handled = handled
    this.redraw(same ? 'top' : 'both')
  }

  /** Draws a region in the making above the others: only it is drawn anew while it changes. */
  hold(id: string | undefined): void {
    if (this.held === id) return
    this.held = id
    this.redraw()
  }

  private isStrong = (id: string): boolean => this.held === id || this.strong.has(id)

  showTags(show: boolean): void {
    this.tags = show
    this.redraw()
  }

  /** A CSS filter of the picture alone. */
  set filter(filter: string) {
    this.image.style.filter = filter
    this.overview.filter(filter)
  }

  smooth(smooth: boolean): void {
    this.image.style.imageRendering = smooth ? 'auto' : 'pixelated'
  }

  /** A shape in the making that is no region yet. */
  setGhost(item: SceneItem | undefined): void {
    this.ghost = item
    this.redraw('top')
  }

  setBand(band: readonly [Point, Point] | undefined): void {
    this.band = band
    this.redraw('top')
  }

  /** Shapes above all others that are no regions, and are not hit. */
  setGuests(items: readonly SceneItem[]): void {
    this.guests = items
    this.redraw('top')
  }

  setStroke(stroke: StrokePreview | undefined): void {
    this.stroke = stroke
    this.redraw('top')
  }

  /** Where the pointer is, on the screen; `brush` is the size of the brush in its hand, in natural pixels. */
  setPointer(at: Point | undefined, brush?: number): void {
    if (!this.options.crosshair && brush === undefined && this.brush === undefined) return
    this.pointer = at
    this.brush = brush
    this.redraw('top')
  }

  /** A short text beside a point of the picture. */
  setCaption(at: Point, text: string | undefined): void {
    this.caption = text === undefined ? undefined : { at, text }
    this.redraw('top')
  }

  /** Where the keyboard draws, on the screen. */
  setAim(at: Point | undefined): void {
    this.aim = at
    this.redraw('top')
  }

  // ── where it stands

  get size(): Size {
    return this.screen
  }

  get middle(): Point {
    return { x: this.screen.width / 2, y: this.screen.height / 2 }
  }

  toPicture = (at: Point): Point => toPicture(this.view.get(), this.picture, at)

  localPoint(event: { clientX: number; clientY: number }): Point {
    const box = this.root.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  /** What a region takes up on the page, in client pixels. */
  rectOf(id: string): DOMRect | undefined {
    const guest = this.guests.find((item) => item.id === id)
    const bounds = guest ? guest.kind.bounds(guest.shape, this.picture) : this.scene.bounds(id)
    if (!bounds) return undefined
    const { minX, minY, maxX, maxY } = screenBox(this.view.get(), this.picture, bounds)
    const { left, top } = this.root.getBoundingClientRect()
    return new DOMRect(left + minX, top + minY, maxX - minX, maxY - minY)
  }

  hit(at: Point): SceneItem | undefined {
    return this.scene.under(at, SLACK / this.view.get().scale)[0]
  }

  zoomBy(factor: number, anchor: Point = { x: this.screen.width / 2, y: this.screen.height / 2 }): void {
    this.fitted = false
    const lowest = this.options.negativeZoom ? undefined : Math.min(1, this.fitView().scale)
    this.view.set(this.kept(zoomAt(this.view.get(), factor, anchor, lowest)))
  }

  panBy(delta: Point): void {
    this.fitted = false
    this.view.set(pan(this.view.get(), this.picture, this.screen, delta))
  }

  zoomTo(scale: number): void {
    this.zoomBy(scale / this.view.get().scale)
  }

  zoomToFit(): void {
    this.fitted = true
    this.view.set(this.fitView())
  }

  zoomToActual(): void {
    this.fitted = false
    this.view.set(actualSize(this.screen, this.view.get().rotation))
  }

  rotate(by: 90 | -90): void {
    const rotation = turn(this.view.get(), by)
    this.view.set(this.initialView(rotation))
  }

  /** Brings a region on screen, if it is not there already. */
  reveal(id: string): void {
    const box = this.scene.bounds(id)
    if (!box) return
    const seen = visibleBox(this.view.get(), this.picture, this.screen)
    const shown = box.minX < seen.maxX && box.maxX > seen.minX && box.minY < seen.maxY && box.maxY > seen.minY
    if (shown) return
    const centre = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 }
    const at = toScreen(this.view.get(), this.picture, centre)
    this.panBy({ x: this.screen.width / 2 - at.x, y: this.screen.height / 2 - at.y })
  }

  private fitView = (limit?: number): Viewport => fit(this.picture, this.screen, this.view?.get().rotation ?? 0, limit)

  private initialView(rotation: Quarter): Viewport {
    const { defaultZoom, alignment } = this.options
    const limit = defaultZoom === 'auto' ? 1 : undefined
    const view =
      defaultZoom === 'original' ? actualSize(this.screen, rotation) : fit(this.picture, this.screen, rotation, limit)
    return aligned(view, this.picture, this.screen, alignment)
  }

  private kept = (view: Viewport): Viewport => pan(view, this.picture, this.screen, { x: 0, y: 0 })

  private resize(): void {
    const size = { width: this.root.clientWidth, height: this.root.clientHeight }
    const pixelRatio = window.devicePixelRatio || 1
    this.top.width = Math.max(1, Math.round(size.width * pixelRatio))
    this.top.height = Math.max(1, Math.round(size.height * pixelRatio))
    this.base.resize(size, pixelRatio)
    const before = this.screen
    this.screen = size
    this.pending.top = true
    const view = this.view.get()
    if (this.fitted) this.view.set(this.initialView(view.rotation))
    else {
      const moved = { x: view.x + (size.width - before.width) / 2, y: view.y + (size.height - before.height) / 2 }
      this.view.set(this.kept({ ...view, ...moved }))
    }
    this.draw()
  }

  // ── drawing

  private redraw(what: 'both' | 'top' = 'both'): void {
    this.pending.top = true
    if (what === 'both') this.base.invalidate()
    this.request()
  }

  private request(): void {
    if (this.frameRequest === 0) this.frameRequest = requestAnimationFrame(this.draw)
  }

  private draw = (now: number = performance.now()): void => {
    cancelAnimationFrame(this.frameRequest)
    this.frameRequest = 0
    const view = this.view.get()
    this.placeImage(view)
    const more = this.base.advance(view, now)
    if (this.pending.top) {
      this.pending.top = false
      this.drawTop()
      drawHandles(this.handles, this.scene, this.handled, view, this.picture)
    }
    if (more) this.request()
  }

  private frame(canvas: HTMLCanvasElement): Frame | undefined {
    const context = canvas.getContext('2d')
    if (!context) return undefined
    const pixelRatio = window.devicePixelRatio || 1
    return { context, view: this.view.get(), picture: this.picture, screen: this.screen, pixelRatio }
  }

  /**
   * While it moves the picture is a texture that the compositor scales, at rest it is drawn sharp again: drawing 24
   * megapixels anew in every frame of a zoom is what makes others stutter.
   */
  private keepTexture(): void {
    this.image.style.willChange = 'transform'
    clearTimeout(this.settling)
    this.settling = setTimeout(() => {
      this.image.style.willChange = 'auto'
    }, 160)
  }

  private placeImage(view: Viewport): void {
    const { width, height } = this.picture
    const move = `translate(${view.x}px, ${view.y}px) rotate(${view.rotation}deg) scale(${view.scale})`
    const transform = `${move} translate(${-width / 2}px, ${-height / 2}px)`
    this.image.style.transform = transform
    this.overview.place(view, window.devicePixelRatio || 1, transform)
  }

  private *paintBase(frame: Frame): Generator<number> {
    if (this.options.grid) paintGrid(frame, this.options.grid.step, this.options.grid.colour)
    const bleed = BLEED / frame.view.scale
    const { minX, minY, maxX, maxY } = visibleBox(frame.view, this.picture, frame.screen)
    const seen = this.scene.in({ minX: minX - bleed, minY: minY - bleed, maxX: maxX + bleed, maxY: maxY + bleed })
    const quiet = seen.filter((item) => !this.isStrong(item.id))
    yield* painting(frame, quiet, false)
    if (this.tags) yield* paintingTags(frame, quiet, false)
  }

  private drawTop(): void {
    const ids = this.held === undefined ? this.strong : new Set([...this.strong, this.held])
    const items = [...ids].map((id) => this.scene.get(id)).filter((item) => item !== undefined)
    const { ghost, stroke, pointer, band, aim, caption, guests } = this
    const used =
      items.length + guests.length > 0 || [ghost, stroke, pointer, band, aim, caption].some((it) => it !== undefined)
    // An empty layer costs the compositor as much as a full one.
    this.top.style.display = used ? 'block' : 'none'
    const frame = used ? this.frame(this.top) : undefined
    if (!frame) return
    clear(frame)
    paint(
      frame,
      items.filter((item) => item.id !== stroke?.item.id),
      true,
    )
    paintTags(frame, items.slice(0, 50), true)
    paint(
      frame,
      guests.filter((item) => item.id !== stroke?.item.id),
      false,
    )
    if (stroke) {
      const { item } = stroke
      paintMask(frame, item.kind.mask?.(item.shape, this.picture), maskLook(item.look, true), stroke.stroke)
    }
    if (this.handled.size === 1) for (const item of items) if (this.handled.has(item.id)) paintGuides(frame, item)
    const group = groupOf(this.scene, this.handled)
    if (group) paintFrame(frame, group)
    if (ghost) {
      paint(frame, [ghost], true)
      paintGuides(frame, ghost)
      paintPoints(frame, ghost)
    }
    if (pointer && this.options.crosshair) paintCrosshair(frame, pointer)
    if (pointer && this.brush !== undefined) paintBrush(frame, pointer, this.brush)
    if (band) paintBand(frame, band)
    if (aim) paintAim(frame, aim)
    if (caption) paintCaption(frame, caption)
  }
}
