/**
 * The picture and its shapes on the screen, without React. The picture is an `<img>` moved by CSS (the browser scales,
 * caches and colour-corrects it, and needs no permission to read its pixels); shapes are on two canvases, so that a drag
 * repaints what is selected and not the thousands that are not; handles of the selected shape are SVG, so that the
 * browser gives them cursors.
 */

import { Atom } from '../../model'
import { clear, type Frame, paint, paintCrosshair, paintGrid, paintTags } from './paint'
import { Scene, type SceneItem } from './scene'
import type { Handle } from './shapes'
import {
  actualSize,
  fit,
  type Point,
  pan,
  type Quarter,
  type Size,
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
  readonly grid?: { readonly step: number; readonly colour: string }
}

const SVG = 'http://www.w3.org/2000/svg'
/** How far off, in screen pixels, a click still hits. */
const SLACK = 3
/** Distance of the rotation knob from its shape, in screen pixels. */
const REACH = 24

export class ImageSurface {
  readonly view: Atom<Viewport>
  readonly scene: Scene
  private readonly base: HTMLCanvasElement
  private readonly top: HTMLCanvasElement
  private readonly svg: SVGSVGElement
  private screen: Size
  private strong: ReadonlySet<string> = new Set()
  private handled: string | undefined
  private pointer: Point | undefined
  private band: readonly [Point, Point] | undefined
  private ghost: SceneItem | undefined
  private tags = false
  private pending = { base: false, top: false }
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
    this.base = root.appendChild(document.createElement('canvas'))
    this.top = root.appendChild(document.createElement('canvas'))
    this.svg = root.appendChild(document.createElementNS(SVG, 'svg'))
    for (const layer of [this.base, this.top, this.svg]) {
      layer.setAttribute('aria-hidden', 'true')
      layer.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none;overflow:visible'
    }
    image.style.imageRendering = options.smoothing ? 'auto' : 'pixelated'
    this.resizing = new ResizeObserver(() => this.resize())
    this.resizing.observe(root)
    this.view.subscribe(() => {
      this.keepTexture()
      this.redraw()
    })
    this.resize()
  }

  destroy(): void {
    this.resizing.disconnect()
    cancelAnimationFrame(this.frameRequest)
    clearTimeout(this.settling)
    for (const layer of [this.base, this.top, this.svg]) layer.remove()
  }

  // ── what is drawn

  setItems(items: readonly SceneItem[]): void {
    this.scene.replace(items)
    this.redraw()
  }

  putItem(item: SceneItem): void {
    this.scene.put(item)
    this.redraw(this.strong.has(item.id) ? 'top' : 'both')
  }

  removeItem(id: string): void {
    this.scene.remove(id)
    this.redraw()
  }

  /** Draws these above the others, fuller; `handled` gets handles. */
  emphasise(ids: ReadonlySet<string>, handled: string | undefined): void {
    this.strong = ids
    this.handled = handled
    this.redraw()
  }

  showTags(show: boolean): void {
    this.tags = show
    this.redraw()
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

  setPointer(at: Point | undefined): void {
    if (!this.options.crosshair) return
    this.pointer = at
    this.redraw('top')
  }

  // ── where it stands

  toPicture = (at: Point): Point => toPicture(this.view.get(), this.picture, at)

  localPoint(event: { clientX: number; clientY: number }): Point {
    const box = this.root.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
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
    if (this.options.defaultZoom === 'original') return actualSize(this.screen, rotation)
    const limit = this.options.defaultZoom === 'auto' ? 1 : undefined
    return fit(this.picture, this.screen, rotation, limit)
  }

  private kept = (view: Viewport): Viewport => pan(view, this.picture, this.screen, { x: 0, y: 0 })

  private resize(): void {
    const size = { width: this.root.clientWidth, height: this.root.clientHeight }
    const pixelRatio = window.devicePixelRatio || 1
    for (const canvas of [this.base, this.top]) {
      canvas.width = Math.max(1, Math.round(size.width * pixelRatio))
      canvas.height = Math.max(1, Math.round(size.height * pixelRatio))
    }
    const before = this.screen
    this.screen = size
    this.pending = { base: true, top: true }
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
    if (what === 'both') this.pending.base = true
    if (this.frameRequest !== 0) return
    this.frameRequest = requestAnimationFrame(() => this.draw())
  }

  private draw(): void {
    cancelAnimationFrame(this.frameRequest)
    this.frameRequest = 0
    this.placeImage()
    if (this.pending.base) this.drawBase()
    this.drawTop()
    this.drawHandles()
    this.pending = { base: false, top: false }
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

  private placeImage(): void {
    const view = this.view.get()
    const { width, height } = this.picture
    const move = `translate(${view.x}px, ${view.y}px) rotate(${view.rotation}deg) scale(${view.scale})`
    this.image.style.transform = `${move} translate(${-width / 2}px, ${-height / 2}px)`
  }

  private drawBase(): void {
    const frame = this.frame(this.base)
    if (!frame) return
    clear(frame)
    if (this.options.grid) paintGrid(frame, this.options.grid.step, this.options.grid.colour)
    const seen = this.scene.in(visibleBox(frame.view, this.picture, this.screen))
    const quiet = seen.filter((item) => !this.strong.has(item.id))
    paint(frame, quiet, false)
    if (this.tags) paintTags(frame, quiet, false)
  }

  private drawTop(): void {
    const frame = this.frame(this.top)
    if (!frame) return
    clear(frame)
    const items = [...this.strong].map((id) => this.scene.get(id)).filter((item) => item !== undefined)
    paint(frame, items, true)
    paintTags(frame, items.slice(0, 50), true)
    if (this.ghost) paint(frame, [this.ghost], true)
    if (this.pointer) paintCrosshair(frame, this.pointer)
    if (this.band) this.drawBand(frame, this.band)
  }

  private drawBand({ context, view, picture, pixelRatio }: Frame, [from, to]: readonly [Point, Point]): void {
    const [a, b] = [toScreen(view, picture, from), toScreen(view, picture, to)]
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
    context.fillStyle = 'rgba(56, 132, 255, 0.12)'
    context.strokeStyle = 'rgb(56, 132, 255)'
    context.lineWidth = 1
    context.fillRect(a.x, a.y, b.x - a.x, b.y - a.y)
    context.strokeRect(a.x, a.y, b.x - a.x, b.y - a.y)
  }

  private drawHandles(): void {
    const item = this.handled === undefined ? undefined : this.scene.get(this.handled)
    if (!item || item.fixed) {
      this.svg.replaceChildren()
      return
    }
    const reach = REACH / this.view.get().scale
    const handles = item.kind.handles(item.shape, this.picture, { rotatable: item.rotatable, reach })
    // Nodes are kept while their number is: one being dragged must not be replaced under the pointer.
    while (this.svg.childElementCount > handles.length) this.svg.lastElementChild?.remove()
    for (const [index, handle] of handles.entries()) this.placeHandle(handle, index, item.look.stroke)
  }

  private placeHandle(handle: Handle, index: number, colour: string): void {
    let node = this.svg.children[index] as SVGCircleElement | undefined
    if (!node) node = this.svg.appendChild(document.createElementNS(SVG, 'circle'))
    const at = toScreen(this.view.get(), this.picture, handle.at)
    node.setAttribute('cx', String(at.x))
    node.setAttribute('cy', String(at.y))
    node.setAttribute('r', handle.look === 'edge' ? '4' : '5.5')
    node.setAttribute('fill', handle.look === 'rotate' ? colour : '#fff')
    node.setAttribute('stroke', handle.look === 'rotate' ? '#fff' : colour)
    node.setAttribute('stroke-width', '2')
    node.style.cssText = `pointer-events:all;cursor:${handle.cursor};touch-action:none`
    node.dataset.handle = handle.id
  }
}
