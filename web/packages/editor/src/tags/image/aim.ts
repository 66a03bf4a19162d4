/** A cross hair moved by the arrow keys: drawing for those who do it without a pointer. */

import type { TaskEditor } from '../../core/task-editor'
import type { Point } from '../../model'
import { type PointerInput, pan, select, type ToolRunner } from '../../tools'
import type { GestureSurface } from './gestures'

/** How far an arrow moves it, in screen pixels; with Shift ten times as far. */
const STEP = 4

export class Aim {
  private at: Point | undefined

  constructor(
    private readonly surface: GestureSurface,
    private readonly runner: ToolRunner,
    private readonly editor: TaskEditor,
  ) {}

  get shown(): boolean {
    return this.at !== undefined
  }

  /** Says whether the tool in the hand has a use for it. */
  move(dx: number, dy: number, far: boolean): boolean {
    const { tool } = this.runner
    if (tool === select || tool === pan) return false
    const { width, height } = this.surface.size
    const from = this.at ?? this.surface.middle
    const step = far ? STEP * 10 : STEP
    const at = {
      x: Math.min(width, Math.max(0, from.x + dx * step)),
      y: Math.min(height, Math.max(0, from.y + dy * step)),
    }
    this.put(at)
    this.runner.pointerMove(this.input(at))
    this.say('aimed', at)
    return true
  }

  /** A click where it stands. */
  press(): void {
    if (!this.at) return
    this.runner.pointerDown(this.input(this.at))
    this.runner.pointerUp(this.input(this.at))
    if (this.runner.busy) this.say('pointSet', this.at)
  }

  hide(): void {
    if (this.at) this.put(undefined)
  }

  private put(at: Point | undefined): void {
    this.at = at
    this.surface.setAim(at)
  }

  private input(screen: Point): PointerInput {
    return { at: this.surface.toPicture(screen), screen, shift: false, mod: false, alt: false, clicks: 1 }
  }

  private say(kind: 'aimed' | 'pointSet', screen: Point): void {
    const { picture } = this.surface
    const { x, y } = this.surface.toPicture(screen)
    const share = (part: number, whole: number): number => Math.round((part / whole) * 100)
    this.editor.news.set({ kind, x: share(x, picture.width), y: share(y, picture.height) })
  }
}
