/**
 * A tool is a small state machine: named states, each with only the events it handles. The runner owns what is common
 * (Escape, panning with space or the middle button) and guarantees that a gesture is one undo step or none.
 */

import type { Mask } from '../media/image/masks/runs'
import type { Stroke } from '../media/image/masks/stroke'
import { shapeKind } from '../media/image/shapes'
import type { Size } from '../media/image/viewport'
import { Atom, type Box, type JsonObject, type Point, type RegionId } from '../model'
import { NO_STEPS } from './progress'

export interface PointerInput {
  /** In natural pixels of the picture. */
  readonly at: Point
  /** In screen pixels of the surface. */
  readonly screen: Point
  /** The handle of the selected shape that was grabbed. */
  readonly handle?: string | undefined
  readonly shift: boolean
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean
  readonly alt: boolean
  /** 2 for the second press of a double click. */
  readonly clicks: number
}

export interface WandHand {
  /** What it starts with. */
  readonly tolerance: number
  /** Nothing when a later call overtook this one, or the picture cannot be read; the person is told then. */
  grow: (from: Point, tolerance: number) => Promise<Mask | undefined>
}

/** What a tool may do. The image tag implements it on a page, the test harness without one. */
export interface Stage {
  readonly picture: Size
  /** Screen pixels per natural pixel. */
  scale: () => number
  panBy: (screen: Point) => void
  /** The region under a point. */
  hit: (at: Point) => RegionId | undefined
  /** Regions that touch the box between two points. */
  touching: (a: Point, b: Point) => RegionId[]
  showBand: (band: readonly [Point, Point] | undefined) => void
  /** Shows a shape that is no region yet. */
  showGhost: (kind: string, shape: JsonObject | undefined) => void
  /** Shows a stroke as it will be on a region, or on a new one. */
  showStroke: (kind: string, stroke: Stroke | undefined, region?: RegionId) => void
  /** A short text at the pointer. */
  showCaption: (at: Point, text: string | undefined) => void
  /** Diameter of the brush in natural pixels. */
  brushSize: () => number
  /** Grows areas of similar colour, where the config has a magic wand. */
  readonly wand: WandHand | undefined
  /** Attributes of the control that makes, or made, such a region. */
  control: (kind: string, region?: RegionId) => Readonly<Record<string, unknown>>
  shapeOf: (id: RegionId) => JsonObject | undefined
  kindOf: (id: RegionId) => string | undefined
  canChange: (id: RegionId) => boolean
  readonly selection: ReadonlySet<RegionId>
  select: (ids: Iterable<RegionId>) => void
  /** Starts a gesture; everything until `commit` is one undo step. */
  begin: (name: string) => void
  setShape: (id: RegionId, shape: JsonObject) => void
  /** Makes a region with the active labels, or says why not. A negative one tells a model what is not meant. */
  create: (kind: string, shape: JsonObject, negative?: boolean) => RegionId | undefined
  remove: (id: RegionId) => void
  /** The gesture goes on by itself until this is done; the work is not sent before. */
  waitFor: (rest: Promise<void>) => void
  /** Says why nothing happened. */
  refuse: (code: 'open-area' | 'read-only') => void
  /** Ends the gesture. `drawn` is a new region that is finished now. */
  commit: (drawn?: RegionId) => void
  /** Takes the gesture back without a trace, and all that it showed. */
  bail: () => void
}

export interface ToolContext {
  readonly stage: Stage
  /** What the gesture remembers between events; gone when the machine is idle. */
  memory: Memory
  go: (state: string) => void
  /** Whether the gesture still goes on: for what comes back later. */
  alive: () => boolean
}

export interface Memory {
  /** Where the pointer went down. */
  from?: PointerInput
  /** Region in the making or being changed. */
  region?: RegionId
  /** Shapes as they were when the gesture began. */
  before?: ReadonlyMap<RegionId, JsonObject>
  handle?: string
  /** The box around several shapes when the gesture began. */
  box?: Box
  /** Points of a stroke, or of a shape that always has the same few. */
  points?: readonly Point[]
  /** A shape made by clicks, after each of them, and what undo took back of it. */
  steps?: readonly JsonObject[]
  undone?: readonly JsonObject[]
  /** The point of a path that the next one hangs on. */
  active?: number
}

export interface ToolState {
  readonly pointerDown?: (context: ToolContext, input: PointerInput) => void
  readonly pointerMove?: (context: ToolContext, input: PointerInput) => void
  readonly pointerUp?: (context: ToolContext, input: PointerInput) => void
  /** Undo and redo, where a gesture has steps of its own. */
  readonly undo?: (context: ToolContext) => void
  readonly redo?: (context: ToolContext) => void
  /** Enter: what has been drawn so far is all. */
  readonly confirm?: (context: ToolContext) => void
}

export interface Tool {
  readonly id: string
  readonly cursor: string
  /** Wants every movement of the pointer, not one a frame. */
  readonly traces?: boolean
  /** Shows how large the brush is. */
  readonly sized?: boolean
  /** `idle` is where every gesture starts and ends. */
  readonly states: { readonly idle: ToolState; readonly [name: string]: ToolState }
}

export const tool = (id: string, cursor: string, states: Tool['states'], more?: Partial<Tool>): Tool => ({
  id,
  cursor,
  states,
  ...more,
})

/** Where a point of such a region goes when it is put at `at`: its control may want whole pixels. */
export function placed(stage: Stage, kind: string, at: Point, region?: RegionId): Point {
  if (stage.control(kind, region).snap !== 'pixel') return at
  return shapeKind(kind)?.snap?.(at) ?? { x: Math.round(at.x), y: Math.round(at.y) }
}

/** Less than this on the screen is a click with a shaky hand. */
export const CLICK_SLACK = 3

export const isFar = (context: ToolContext, input: PointerInput): boolean => {
  const from = context.memory.from?.screen
  if (!from) return false
  return Math.abs(input.screen.x - from.x) > CLICK_SLACK || Math.abs(input.screen.y - from.y) > CLICK_SLACK
}

/** Undo while a shape is in the making that is nothing yet without its next point. */
export const backOut = ({ stage, go }: ToolContext): void => {
  stage.bail()
  go('idle')
}

export class ToolRunner {
  readonly steps = new Atom(NO_STEPS)
  private state = 'idle'
  private memory: Memory = {}
  private current: Tool

  constructor(
    private stage: Stage,
    initial: Tool,
  ) {
    this.current = initial
  }

  get tool(): Tool {
    return this.current
  }

  get busy(): boolean {
    return this.state !== 'idle'
  }

  /** Takes a tool up, to draw on another stage where one is given. */
  use(next: Tool, stage = this.stage): void {
    if (next === this.current && stage === this.stage) return
    this.cancel()
    this.current = next
    this.stage = stage
  }

  pointerDown = (input: PointerInput): void => this.point('pointerDown', input)
  pointerMove = (input: PointerInput): void => this.point('pointerMove', input)
  pointerUp = (input: PointerInput): void => this.point('pointerUp', input)

  /** Each says whether the gesture had a use for it. One without steps of its own is taken back as a whole. */
  undo = (): boolean => this.tell('undo') || this.cancel()
  redo = (): boolean => this.tell('redo') || this.busy
  confirm = (): boolean => this.tell('confirm')

  /** Ends the gesture without a trace; says whether there was one. */
  cancel(): boolean {
    if (!this.busy) return false
    this.stage.bail()
    this.reset()
    return true
  }

  private point(event: 'pointerDown' | 'pointerMove' | 'pointerUp', input: PointerInput): void {
    this.current.states[this.state]?.[event]?.(this.context(), input)
    this.countSteps()
  }

  private tell(event: 'undo' | 'redo' | 'confirm'): boolean {
    const handler = this.current.states[this.state]?.[event]
    handler?.(this.context())
    this.countSteps()
    return handler !== undefined
  }

  private context(): ToolContext {
    const { memory } = this
    return {
      stage: this.stage,
      memory,
      alive: () => memory === this.memory,
      go: (state) => {
        if (!(state in this.current.states)) throw new Error(`tool ${this.current.id} has no state ${state}`)
        if (state === 'idle') this.reset()
        else this.state = state
      },
    }
  }

  private countSteps(): void {
    const back = this.current.states[this.state]?.undo !== undefined
    const forth = (this.memory.undone?.length ?? 0) > 0
    const now = this.steps.get()
    if (now.back !== back || now.forth !== forth) this.steps.set(back || forth ? { back, forth } : NO_STEPS)
  }

  private reset(): void {
    this.state = 'idle'
    this.memory = {}
    this.countSteps()
  }
}
