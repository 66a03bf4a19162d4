/**
 * The editor without a page: labels are picked, tools dragged and results read as a person would, with nothing drawn.
 *
 *     const ed = await testEditor('<View><Image name="img" …/>…</View>')
 *     ed.pick('Car').tool('rect').drag([10, 10], [60, 40])
 *     expect(ed.result()).toMatchObject([{ type: 'rectanglelabels' }])
 */

import type { Annotation } from '../core/annotation'
import { type Journal, memoryJournal } from '../core/journal'
import type { EditorEvents, EditorOptions } from '../core/options'
import { pickLabel } from '../core/pick'
import type { Prompts } from '../core/prompts'
import type { Suggestions } from '../core/suggestions'
import { TaskEditor } from '../core/task-editor'
import { type Mask, solid } from '../media/image/masks/runs'
import { smoothed, Wand } from '../media/image/masks/wand'
import { storedAt } from '../media/image/masks/wire'
import { Scene } from '../media/image/scene'
import { shapeKind } from '../media/image/shapes'
import type { Viewport } from '../media/image/viewport'
import {
  Atom,
  type Json,
  type JsonObject,
  keyOfLabel,
  type ObjectTag,
  type Point,
  type Region,
  type WireItem,
} from '../model'
import { Areas } from '../tags/image/areas'
import { type Desk, stageFor } from '../tags/image/stage'
import { pageDesk } from '../tags/pdf/desk'
import { carryOut } from '../tags/reactcode/store'
import { drawingTools, type PointerInput, pan, type Steps, select, ToolRunner } from '../tools'

/** One natural pixel is one screen pixel and one percent of the picture. */
const PICTURE = { width: 100, height: 100 }

export interface TestOptions extends Partial<Omit<EditorOptions, 'config' | 'on'>> {
  readonly data?: JsonObject
  readonly result?: readonly WireItem[]
  readonly on?: EditorEvents
  readonly journal?: Journal
}

type Pair = readonly [x: number, y: number]

const LOOK = { stroke: '#000000', fill: '#000000', fillOpacity: 0, strokeWidth: 1 }

export class EditorHarness {
  private runner: ToolRunner | undefined
  private held: Partial<PointerInput> = {}

  constructor(readonly editor: TaskEditor) {}

  get annotation(): Annotation {
    const { annotation } = this.editor
    if (!annotation) throw new Error('nothing is open')
    return annotation
  }

  regions(): readonly Region[] {
    return this.annotation.document.regions()
  }

  result(): WireItem[] {
    return this.editor.work.get()?.result() ?? []
  }

  selected(): string[] {
    return [...this.annotation.session.selection.get()]
  }

  /** Picks a label by what a person reads. */
  pick(label: string): this {
    for (const control of this.editor.config.controls.values()) {
      const option = [...control.byStored.values()].find((it) => it.value === label)
      if (!option || !control.labels) continue
      pickLabel(this.editor, control, keyOfLabel(control, option))
      return this
    }
    throw new Error(`no label ${label}`)
  }

  /** Takes a tool for the first image or document. */
  tool(id: string): this {
    const drawn = drawingTools.filter((it) => this.annotation.makers(this.object().name, it.kind).length > 0)
    const tool = [select, pan, ...[...drawn, ...drawingTools].map((it) => it.tool)].find((it) => it.id === id)
    if (!tool) throw new Error(`no tool ${id}`)
    this.runner ??= new ToolRunner(this.stage(), tool)
    this.runner.use(tool)
    return this
  }

  /** Takes the smart copy of a tool for the first image. */
  smart(id: string): this {
    const tool = drawingTools.find((it) => it.tool.id === id)?.tool
    if (!tool) throw new Error(`no tool ${id}`)
    this.runner = new ToolRunner(this.stage(this.suggestions.prompts), tool)
    return this
  }

  get suggestions(): Suggestions {
    const suggestions = this.editor.assist.suggestions.get()
    if (!suggestions) throw new Error('no model can be asked')
    return suggestions
  }

  /** What a component of the config hands over. */
  report(component: string, value: Json): this {
    const { annotation, editor } = this
    const control = editor.config.controls.get(component)
    if (!control) throw new Error(`no component ${component}`)
    const store = { editor, annotation, control, target: control.targets[0] ?? component, schema: undefined }
    carryOut(store, { kind: 'add', value })
    return this
  }

  /** Keys held down during what follows. */
  holding(held: Partial<PointerInput>): this {
    this.held = held
    return this
  }

  press([x, y]: Pair, more: Partial<PointerInput> = {}): this {
    this.tools.pointerDown(this.input(x, y, more))
    return this
  }

  move([x, y]: Pair): this {
    this.tools.pointerMove(this.input(x, y))
    return this
  }

  release([x, y]: Pair): this {
    this.tools.pointerUp(this.input(x, y))
    return this
  }

  drag(from: Pair, to: Pair, more: Partial<PointerInput> = {}): this {
    const middle: Pair = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    return this.press(from, more).move(middle).move(to).release(to)
  }

  click(at: Pair): this {
    return this.press(at).release(at)
  }

  escape(): this {
    if (!this.runner?.cancel()) this.editor.actions.escape()
    return this
  }

  /** Enter: what is drawn so far is all. */
  confirm(): this {
    this.tools.confirm()
    return this
  }

  undo(): this {
    if (!this.runner?.undo()) this.editor.actions.undo()
    return this
  }

  redo(): this {
    if (!this.runner?.redo()) this.editor.actions.redo()
    return this
  }

  /** What there is to do with the selected regions as areas. */
  areas(): Areas {
    const { editor, annotation } = this
    return new Areas({ editor, annotation, object: this.object(), picture: PICTURE })
  }

  /** Which way undo and redo can step inside what is being drawn. */
  steps(): Steps {
    return this.tools.steps.get()
  }

  private get tools(): ToolRunner {
    if (!this.runner) this.tool('select')
    return this.runner as ToolRunner
  }

  private input(x: number, y: number, more: Partial<PointerInput> = {}): PointerInput {
    return { at: { x, y }, screen: { x, y }, shift: false, mod: false, alt: false, clicks: 1, ...this.held, ...more }
  }

  /** The picture is black, with a grey disc in its middle that gets lighter towards it. */
  private grow = async (from: Point, tolerance: number, blur: number): Promise<Mask> => {
    const rgba = new Uint8ClampedArray(PICTURE.width * PICTURE.height * 4)
    for (let i = 0; i < rgba.length / 4; i++) {
      const off = Math.hypot((i % 100) - 49.5, Math.floor(i / 100) - 49.5)
      rgba.fill(off < 20 ? 100 + (20 - off) * 2 : 0, i * 4, i * 4 + 4)
    }
    return solid(PICTURE, smoothed(new Wand({ ...PICTURE, rgba }, from).area(tolerance), PICTURE, blur))
  }

  private object(): ObjectTag {
    const object = [...this.editor.config.objects.values()].find((it) => it.tag === 'Image' || it.tag === 'Pdf')
    if (!object) throw new Error('the config has nothing to draw on')
    return object
  }

  /** Boxes are drawn on the first page, which says one word. */
  private get desk(): Desk | undefined {
    const page = { number: 1, picture: PICTURE, words: [{ text: 'Invoice', at: { x: 21, y: 46 }, gap: '' }] } as const
    return this.object().tag === 'Pdf' ? pageDesk(this.annotation, () => page) : undefined
  }

  private stage(prompts?: Prompts) {
    const object = this.object()
    const { annotation, editor, desk } = this
    const view = new Atom<Viewport>({ scale: 1, x: 50, y: 50, rotation: 0 })
    const scene = (): Scene => {
      const now = new Scene(PICTURE)
      for (const region of annotation.document.regionsOn(object.name)) {
        const kind = shapeKind(region.kind)
        if (!kind || annotation.session.hidden.has(region.id)) continue
        const { id, shape } = region
        storedAt(shape, region.outer)
        now.put({ id, kind, shape, look: LOOK, text: '', fixed: annotation.isLocked(id), rotatable: true })
      }
      return now
    }
    const place = { editor, annotation, prompts, object, page: 0, brushSize: new Atom(10), grow: this.grow }
    return stageFor({ ...place, ...(desk ? { desk } : {}) }, () => ({
      picture: PICTURE,
      view,
      scene: scene(),
      hit: (at: Point) => scene().under(at, 0)[0],
      setBand: () => undefined,
      setGhost: () => undefined,
      setStroke: () => undefined,
      setCaption: () => undefined,
      hold: () => undefined,
      panBy: () => undefined,
    }))
  }
}

export async function testEditor(config: string, options: TestOptions = {}): Promise<EditorHarness> {
  const { data = {}, result, ...rest } = options
  const annotations = result ? [{ id: 1, result }] : []
  const editor = new TaskEditor({ task: { id: 1, data, annotations }, journal: memoryJournal(), ...rest, config })
  await editor.start()
  return new EditorHarness(editor)
}
