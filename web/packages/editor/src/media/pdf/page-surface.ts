/** Boxes over one page on the screen: a canvas with their outlines, handles of what is selected. */

import { Atom } from '../../model'
import { Handles } from '../image/handles'
import { clear, type Frame, paint, paintAim, paintBand, paintFrame, paintTags } from '../image/paint'
import { Scene, type SceneItem } from '../image/scene'
import { drawHandles, groupOf } from '../image/selected'
import { type Point, type Quarter, type Size, screenBox, turned, type Viewport } from '../image/viewport'
import type { Word } from './words'

/** Larger canvases fail in some browsers, and one lies over every page near the screen. */
const MOST_PIXELS = 8_000_000

/** How far off, in screen pixels, a click still hits. */
const SLACK = 3

export class PageSurface {
  readonly scene: Scene
  readonly view = new Atom<Viewport>({ scale: 1, x: 0, y: 0, rotation: 0 })
  private readonly canvas: HTMLCanvasElement
  private readonly handles: Handles
  private screen: Size
  private pixelRatio = 1
  private strong: ReadonlySet<string> = new Set()
  private handled: ReadonlySet<string> = new Set()
  private band: readonly [Point, Point] | undefined
  private aim: Point | undefined
  private tags = false
  private frameRequest = 0

  constructor(
    /** From 1. */
    readonly number: number,
    readonly root: HTMLElement,
    /** Unrotated, at scale 1. */
    readonly picture: Size,
    readonly words: readonly Word[],
  ) {
    this.scene = new Scene(picture)
    this.screen = picture
    this.canvas = root.appendChild(document.createElement('canvas'))
    this.canvas.setAttribute('aria-hidden', 'true')
    this.canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none;display:none'
    this.handles = new Handles(root)
  }

  destroy(): void {
    cancelAnimationFrame(this.frameRequest)
    this.canvas.remove()
    this.handles.remove()
  }

  /** The page is shown so large, and turned so far. */
  place(scale: number, rotation: Quarter): void {
    const { width, height } = turned(this.picture, rotation)
    this.screen = { width: width * scale, height: height * scale }
    const fitting = Math.sqrt(MOST_PIXELS / (this.screen.width * this.screen.height))
    this.pixelRatio = Math.min(window.devicePixelRatio || 1, fitting)
    this.canvas.width = Math.max(1, Math.round(this.screen.width * this.pixelRatio))
    this.canvas.height = Math.max(1, Math.round(this.screen.height * this.pixelRatio))
    this.view.set({ scale, rotation, x: this.screen.width / 2, y: this.screen.height / 2 })
    this.redraw()
  }

  // ── what is drawn

  setItems(items: readonly SceneItem[]): void {
    this.scene.replace(items)
    this.redraw()
  }

  putItem(item: SceneItem): void {
    this.scene.put(item)
    this.redraw()
  }

  removeItem(id: string): void {
    if (!this.scene.get(id)) return
    this.scene.remove(id)
    this.redraw()
  }

  /** Draws these above the others, fuller; `handled` gets handles. */
  emphasise(strong: ReadonlySet<string>, handled: ReadonlySet<string>): void {
    this.strong = strong
    this.handled = handled
    this.redraw()
  }

  showTags(show: boolean): void {
    this.tags = show
    this.redraw()
  }

  setBand(band: readonly [Point, Point] | undefined): void {
    this.band = band
    this.redraw()
  }

  /** Where the keyboard draws, in screen pixels of the page. */
  setAim(at: Point | undefined): void {
    this.aim = at
    this.redraw()
  }

  // ── where it stands

  hit(at: Point): SceneItem | undefined {
    return this.scene.under(at, SLACK / this.view.get().scale)[0]
  }

  /** What a region takes up on the screen, in client pixels. */
  rectOf(id: string): DOMRect | undefined {
    const bounds = this.scene.bounds(id)
    if (!bounds) return undefined
    const { minX, minY, maxX, maxY } = screenBox(this.view.get(), this.picture, bounds)
    const { left, top } = this.root.getBoundingClientRect()
    return new DOMRect(left + minX, top + minY, maxX - minX, maxY - minY)
  }

  // ── drawing

  private redraw(): void {
    if (this.frameRequest === 0) this.frameRequest = requestAnimationFrame(this.draw)
  }

  private draw = (): void => {
    this.frameRequest = 0
    const { scene, band, aim, picture, screen, pixelRatio } = this
    const view = this.view.get()
    drawHandles(this.handles, scene, this.handled, view, picture)
    const used = scene.size > 0 || band !== undefined || aim !== undefined
    this.canvas.style.display = used ? 'block' : 'none'
    const context = used ? this.canvas.getContext('2d') : null
    if (!context) return
    const frame: Frame = { context, view, picture, screen, pixelRatio }
    const all = scene.in({ minX: -Infinity, minY: -Infinity, maxX: Infinity, maxY: Infinity })
    const strong = all.filter((item) => this.strong.has(item.id))
    const quiet = all.filter((item) => !this.strong.has(item.id))
    clear(frame)
    paint(frame, quiet, false)
    if (this.tags) paintTags(frame, quiet, false)
    paint(frame, strong, true)
    paintTags(frame, strong, true)
    const group = groupOf(scene, this.handled)
    if (group) paintFrame(frame, group)
    if (band) paintBand(frame, band)
    if (aim) paintAim(frame, aim)
  }
}
