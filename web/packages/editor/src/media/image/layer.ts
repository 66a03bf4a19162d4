/**
 * A layer of shapes that may be more than a frame can draw. It is drawn in slices on a canvas that is not shown, for the
 * view of that moment; meanwhile the one that is shown is moved and scaled to where it belongs. So panning and zooming
 * stay smooth however much there is, and a moment later everything is sharp again. Little is drawn at once.
 */

import { clear, type Frame } from './paint'
import type { Size, Viewport } from './viewport'

/** What is drawn around the screen, in its pixels, so that panning does not uncover bare picture at once. */
const MARGIN = 160
/** Bounds of how much a frame draws, in the units that painting counts. */
const LEAST = 150
const MOST = 1500
/** A frame that came later than this, in milliseconds, was too full; one below `EASY` could have been fuller. */
const LATE = 22
const EASY = 18

/** Milliseconds of a frame that drawing may take, whatever was counted: the rest is the browser's. */
const OUR_PART = 7

export type Painting = (frame: Frame) => Generator<number>

interface Round {
  readonly view: Viewport
  readonly steps: Generator<number>
}

export class Layer {
  private shown = canvas()
  private next = canvas()
  /** The view that what is shown was drawn for. */
  private drawnFor: Viewport | undefined
  private round: Round | undefined
  private dirty = true
  private screen: Size = { width: 1, height: 1 }
  private pixelRatio = 1
  private budget = 500
  private lastAt = 0

  constructor(
    root: HTMLElement,
    private readonly picture: Size,
    private readonly painting: Painting,
  ) {
    root.append(this.shown, this.next)
    this.next.style.visibility = 'hidden'
  }

  remove(): void {
    this.shown.remove()
    this.next.remove()
  }

  resize(screen: Size, pixelRatio: number): void {
    this.screen = screen
    this.pixelRatio = pixelRatio
    this.next.width = Math.round((screen.width + 2 * MARGIN) * pixelRatio)
    this.next.height = Math.round((screen.height + 2 * MARGIN) * pixelRatio)
    this.round = undefined
    this.dirty = true
  }

  invalidate(): void {
    this.dirty = true
  }

  /** Goes on drawing for a frame; says whether there is more to draw. */
  advance(view: Viewport, now: number): boolean {
    const turned = this.drawnFor?.rotation !== view.rotation
    this.adapt(now)
    // A round is finished even when what it draws has changed meanwhile: starting anew each time would never end.
    if (turned) this.round = undefined
    if (!this.round && (this.dirty || !sameView(this.drawnFor, view))) {
      this.round = this.begin(view)
      // A browser out of memory gives no context: asking every frame would not help it.
      if (!this.round) return false
    }
    // A turned picture cannot be shown with what was drawn before: this once all is drawn at once.
    if (this.round && this.draw(this.round, turned ? Number.POSITIVE_INFINITY : this.budget)) this.swap(this.round)
    this.place(view)
    const more = this.round !== undefined || this.dirty || !sameView(this.drawnFor, view)
    this.lastAt = this.round ? now : 0
    return more
  }

  private adapt(now: number): void {
    if (this.lastAt === 0) return
    const took = now - this.lastAt
    if (took > LATE) this.budget = Math.max(LEAST, this.budget * 0.7)
    else if (took < EASY) this.budget = Math.min(MOST, this.budget * 1.03)
  }

  private begin(view: Viewport): Round | undefined {
    const context = this.next.getContext('2d')
    if (!context) return undefined
    const { width, height } = this.screen
    const frame: Frame = {
      context,
      view: { ...view, x: view.x + MARGIN, y: view.y + MARGIN },
      picture: this.picture,
      screen: { width: width + 2 * MARGIN, height: height + 2 * MARGIN },
      pixelRatio: this.pixelRatio,
    }
    this.dirty = false
    clear(frame)
    return { view, steps: this.painting(frame) }
  }

  private draw({ steps }: Round, budget: number): boolean {
    const began = performance.now()
    for (let spent = 0; spent < budget; ) {
      const step = steps.next()
      if (step.done) return true
      spent += step.value
      if (budget !== Number.POSITIVE_INFINITY && performance.now() - began > OUR_PART) return false
    }
    return false
  }

  private swap({ view }: Round): void {
    const before = this.shown
    this.shown = this.next
    this.next = before
    this.shown.style.visibility = 'visible'
    this.next.style.visibility = 'hidden'
    if (before.width !== this.shown.width || before.height !== this.shown.height) {
      before.width = this.shown.width
      before.height = this.shown.height
    }
    this.drawnFor = view
    this.round = undefined
  }

  private place(view: Viewport): void {
    const from = this.drawnFor
    if (!from) return
    const scale = view.scale / from.scale
    const x = view.x - scale * (from.x + MARGIN)
    const y = view.y - scale * (from.y + MARGIN)
    const { style } = this.shown
    style.width = `${this.shown.width / this.pixelRatio}px`
    style.height = `${this.shown.height / this.pixelRatio}px`
    style.transform = `translate(${x}px, ${y}px) scale(${scale})`
  }
}

function canvas(): HTMLCanvasElement {
  const element = document.createElement('canvas')
  element.setAttribute('aria-hidden', 'true')
  element.style.cssText = 'position:absolute;top:0;left:0;pointer-events:none;transform-origin:0 0'
  return element
}

const sameView = (a: Viewport | undefined, b: Viewport): boolean =>
  a === b || (a?.x === b.x && a.y === b.y && a.scale === b.scale && a.rotation === b.rotation)
