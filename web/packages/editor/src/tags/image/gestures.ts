/** What a person does on the surface with pointer, wheel and keys, handed to the tool in the hand. */

import type { ImageSurface } from '../../media/image/surface'
import type { Atom, Point, Session } from '../../model'
import { type PointerInput, pan, type Stage, select, ToolRunner } from '../../tools'
import type { Aim } from './aim'

/** What gestures need of what they are made on: a picture, or the pages of a document. */
export interface GestureSurface
  extends Pick<ImageSurface, 'size' | 'middle' | 'picture' | 'localPoint' | 'toPicture' | 'setPointer' | 'setAim'> {
  hit: (at: Point) => { readonly id: string } | undefined
  zoomBy: (factor: number, anchor: Point) => void
}

export interface GestureHost {
  readonly root: HTMLElement
  readonly surface: GestureSurface
  readonly session: Session
  readonly stage: Stage
  readonly runner: ToolRunner
  readonly aim: Aim
  readonly cursor: Atom<string>
  readonly brushSize: Atom<number>
  /** The wheel zooms the other way round. */
  readonly isInverted: () => boolean
  /** Whether a point of the screen can be worked on; anywhere, where nothing is said. */
  readonly covers?: (screen: Point) => boolean
  /** Zooming with the wheel is allowed. */
  readonly zooms: boolean
  /** The tool may be another one now. */
  takeUp: () => void
  /** Enter without a shape in the making; says whether something was drawn. */
  drawInMiddle: () => boolean
}

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export class Gestures {
  /** Pans, also in the middle of a gesture that goes on afterwards. */
  private readonly hand: ToolRunner
  private readonly release: (() => void)[] = []
  private spaceHeld = false
  private lastClick: { readonly at: number; readonly x: number; readonly y: number } | undefined

  constructor(private readonly host: GestureHost) {
    const { root } = host
    this.hand = new ToolRunner(host.stage, pan)
    const on = <K extends keyof HTMLElementEventMap>(name: K, run: (event: HTMLElementEventMap[K]) => void): void => {
      root.addEventListener(name, run, { passive: false })
      this.release.push(() => root.removeEventListener(name, run))
    }
    on('pointerdown', this.onPointerDown)
    on('pointermove', this.onPointerMove)
    on('pointerup', this.onPointerUp)
    on('pointercancel', () => {
      host.runner.cancel()
      host.takeUp()
    })
    on('pointerleave', () => {
      host.surface.setPointer(undefined)
      host.session.hover.set(undefined)
    })
    on('wheel', this.onWheel)
    on('keydown', this.onKeyDown)
    on('keyup', (event) => {
      if (event.key === ' ') this.holdSpace(false)
    })
    on('blur', () => {
      this.holdSpace(false)
      host.aim.hide()
    })
    this.showCursor()
  }

  stop(): void {
    for (const release of this.release) release()
  }

  showCursor(): void {
    const { cursor, runner } = this.host
    cursor.set(this.spaceHeld ? pan.cursor : runner.tool.cursor)
  }

  // ── pointer

  private input(event: PointerEvent, clicks = 1): PointerInput {
    const { surface } = this.host
    const screen = surface.localPoint(event)
    const handle = (event.target as Element).closest<SVGElement>('[data-handle]')?.dataset.handle
    return {
      at: surface.toPicture(screen),
      screen,
      handle,
      shift: event.shiftKey,
      mod: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      clicks,
    }
  }

  private onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 && event.button !== 1) return
    if (this.host.covers?.(this.host.surface.localPoint(event)) === false) return
    event.preventDefault()
    const { root, runner, cursor, aim } = this.host
    aim.hide()
    root.focus({ preventScroll: true })
    root.setPointerCapture(event.pointerId)
    const bare = event.shiftKey && !runner.busy && !this.overSomething(event)
    if (event.button === 1 || this.spaceHeld || bare) {
      this.hand.pointerDown(this.input(event))
      cursor.set('grabbing')
      return
    }
    this.host.takeUp()
    runner.pointerDown(this.input(event, this.clicksOf(event)))
    if (runner.tool === pan) cursor.set('grabbing')
  }

  private onPointerMove = (event: PointerEvent): void => {
    const { surface, runner, session, cursor, brushSize, aim } = this.host
    const input = this.input(event)
    const { tool } = runner
    aim.hide()
    surface.setPointer(input.screen, tool.sized ? brushSize.get() : undefined)
    if (this.hand.busy) {
      this.hand.pointerMove(input)
      return
    }
    // A browser reports once a frame; what lies between matters to a stroke.
    const steps = runner.busy && tool.traces ? event.getCoalescedEvents() : []
    for (const step of steps) runner.pointerMove(this.input(step))
    if (steps.length === 0) runner.pointerMove(input)
    if (runner.busy) return
    session.hover.set(tool === select ? surface.hit(input.at)?.id : undefined)
    const over = tool === select && session.hover.get() !== undefined
    cursor.set(this.spaceHeld ? pan.cursor : over ? 'pointer' : tool.cursor)
  }

  private onPointerUp = (event: PointerEvent): void => {
    if (this.hand.busy) this.hand.pointerUp(this.input(event))
    else this.host.runner.pointerUp(this.input(event))
    this.host.takeUp()
  }

  private overSomething(event: PointerEvent): boolean {
    const input = this.input(event)
    return input.handle !== undefined || this.host.surface.hit(input.at) !== undefined
  }

  private clicksOf(event: PointerEvent): number {
    const last = this.lastClick
    const again =
      last && event.timeStamp - last.at < 400 && Math.hypot(event.clientX - last.x, event.clientY - last.y) < 6
    this.lastClick = again ? undefined : { at: event.timeStamp, x: event.clientX, y: event.clientY }
    return again ? 2 : 1
  }

  private onWheel = (event: WheelEvent): void => {
    const { surface, zooms } = this.host
    if (!(event.ctrlKey || event.metaKey) || !zooms) return
    event.preventDefault()
    // Trackpads send many small steps, wheels few large ones.
    const towards = this.host.isInverted() ? 1 : -1
    const factor = Math.exp((towards * Math.max(-80, Math.min(80, event.deltaY))) / 300)
    surface.zoomBy(factor, surface.localPoint(event))
  }

  // ── keys

  private onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this.host.root) return
    if (!this.hasUseFor(event)) return
    event.preventDefault()
    event.stopPropagation()
    this.host.takeUp()
  }

  private hasUseFor(event: KeyboardEvent): boolean {
    const { runner, session, aim } = this.host
    const arrow = ARROWS[event.key]
    if (arrow) {
      // With something selected arrows move that.
      const aims = runner.busy || session.selection.size === 0
      return aims && aim.move(arrow[0], arrow[1], event.shiftKey)
    }
    if (event.key === ' ') {
      if (aim.shown) aim.press()
      else this.holdSpace(true)
      return true
    }
    if (event.key !== 'Enter') return false
    if (runner.confirm()) return true
    if (!aim.shown) return this.host.drawInMiddle()
    aim.press()
    return true
  }

  private holdSpace(held: boolean): void {
    this.spaceHeld = held
    this.showCursor()
  }
}
