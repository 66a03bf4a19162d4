/**
 * Ties the boxes on the pages of a document to the annotation: draws them, feeds the tools with the pointer, carries out
 * what tools and commands ask for. Loaded where a config has a control that makes such boxes.
 */

import type { PDFPageProxy } from 'pdfjs-dist'
import type { Annotation } from '../../core/annotation'
import { canMake } from '../../core/labels'
import type { SurfaceCommands } from '../../core/surface'
import type { TaskEditor } from '../../core/task-editor'
import { shapeKind } from '../../media/image/shapes'
import { type Box, type Quarter, screenBox, toPictureDelta, turned } from '../../media/image/viewport'
import { DocumentSurface } from '../../media/pdf/document-surface'
import { PageSurface } from '../../media/pdf/page-surface'
import { Atom, followDrawn, followRegions, isDrawn, type ObjectTag, type Point, type Region } from '../../model'
import { drawingTools, pan, type Stage, select, type Tool, ToolRunner } from '../../tools'
import { Aim } from '../image/aim'
import { Gestures } from '../image/gestures'
import { sceneItem } from '../image/look'
import { stageFor } from '../image/stage'
import { KIND, pageDesk, pageIndexOf } from './desk'
import { readWords } from './read-words'

export interface BoxesOptions {
  readonly editor: TaskEditor
  readonly annotation: Annotation
  readonly object: ObjectTag
  /** In which the pages scroll. */
  readonly box: HTMLElement
  readonly zoomBy: (factor: number) => void
}

const drawing = drawingTools.find((it) => it.kind === KIND)

const middleOf = ({ minX, minY, maxX, maxY }: Box): Point => ({ x: (minX + maxX) / 2, y: (minY + maxY) / 2 })

export class Boxes implements SurfaceCommands {
  readonly tools: readonly string[]
  /** Id of the tool in the hand. */
  readonly tool: Atom<string>
  readonly cursor = new Atom('default')
  /** Whether there is a page to draw on. */
  readonly ready = new Atom(false)
  private readonly surface: DocumentSurface
  private readonly stage: Stage
  private readonly runner: ToolRunner
  private readonly gestures: Gestures
  private readonly release: (() => void)[] = []
  private scale = 1
  private rotation: Quarter = 0

  constructor(private readonly options: BoxesOptions) {
    const { editor, annotation, object, box, zoomBy } = options
    this.surface = new DocumentSurface(box, { isHeld: () => this.runner.busy, zoomBy })
    this.tools = annotation.readOnly ? [select.id, pan.id] : [select.id, drawing?.tool.id ?? '', pan.id]
    this.tool = new Atom(this.firstTool())
    const { surface, takeUp, drawInMiddle, cursor } = this
    const desk = pageDesk(annotation, () => surface.current)
    const brushSize = new Atom(1)
    this.stage = stageFor(
      { editor, annotation, object, desk, page: 0, brushSize, grow: async () => undefined },
      () => surface,
    )
    this.runner = new ToolRunner(this.stage, this.effectiveTool())
    const { stage, runner } = this
    this.gestures = new Gestures({
      root: box,
      surface,
      session: annotation.session,
      stage,
      runner,
      aim: new Aim(surface, runner, editor),
      cursor,
      brushSize,
      isInverted: () => editor.setting('invertedZoom'),
      covers: (at) => surface.covers(at),
      zooms: true,
      takeUp,
      drawInMiddle,
    })
    this.release.push(runner.steps.subscribe(() => editor.steps.set(runner.steps.get())))
    this.followDocument()
    this.takeUp()
  }

  destroy(): void {
    this.runner.cancel()
    this.gestures.stop()
    for (const release of this.release) release()
    for (const page of [...this.surface.shown]) this.surface.remove(page)
  }

  // ── pages

  /** A page has come near the screen; what is returned takes its boxes away again. */
  show(page: PDFPageProxy, sheet: HTMLElement): () => void {
    let surface: PageSurface | undefined
    let wanted = true
    const open = async (): Promise<void> => {
      const words = await readWords(page)
      if (!wanted) return
      const { width, height } = page.getViewport({ scale: 1, rotation: page.rotate })
      surface = new PageSurface(page.pageNumber, sheet, { width, height }, words)
      surface.place(this.scale, this.rotation)
      this.surface.add(surface)
      this.fill(surface)
      this.ready.set(true)
      this.options.editor.moved()
    }
    void open()
    return () => {
      wanted = false
      if (!surface) return
      if (this.runner.busy && surface === this.surface.current) this.cancel()
      this.surface.remove(surface)
    }
  }

  /** All pages are shown so large, and turned so far. */
  place(scale: number, rotation: number): void {
    this.scale = scale
    this.rotation = rotation as Quarter
    for (const page of this.surface.shown) page.place(this.scale, this.rotation)
    this.options.editor.moved()
  }

  // ── the document on the screen

  private isHere(region: Region, page: number): boolean {
    const { object, annotation } = this.options
    return region.target === object.name && pageIndexOf(region) === page && isDrawn(annotation.session, region.id)
  }

  private fill(page: PageSurface): void {
    const { annotation, object, editor } = this.options
    const regions = annotation.document.regionsOn(object.name).filter((region) => this.isHere(region, page.number))
    page.setItems(regions.flatMap((region) => sceneItem(annotation, region) ?? []))
    page.showTags(editor.setting('showLabels'))
    this.emphasise(page)
  }

  private showAll = (): void => {
    for (const page of this.surface.shown) this.fill(page)
  }

  private refresh(id: string): void {
    const { annotation } = this.options
    const region = annotation.region(id)
    for (const page of this.surface.shown) {
      const item = region && this.isHere(region, page.number) ? sceneItem(annotation, region) : undefined
      if (item) page.putItem(item)
      else page.removeItem(id)
    }
  }

  private followDocument(): void {
    const { annotation, editor } = this.options
    const { session, store } = annotation
    const emphasiseAll = (): void => {
      for (const page of this.surface.shown) this.emphasise(page)
    }
    this.release.push(
      followRegions(store, (id) => this.refresh(id)),
      session.selection.subscribe(() => {
        emphasiseAll()
        this.takeUp()
      }),
      session.emphasis.subscribe(emphasiseAll),
      session.relating.subscribe(() => this.takeUp()),
      session.activeLabels.subscribe(() => this.takeUp()),
      session.locked.subscribe(this.showAll),
      followDrawn(session, this.showAll),
      editor.settings.current.subscribe(this.showAll),
    )
  }

  private emphasise(page: PageSurface): void {
    const { selection, emphasis } = this.options.annotation.session
    page.emphasise(emphasis.get(), selection.get())
  }

  // ── tools

  takeTool = (id: string): void => {
    if (!this.tools.includes(id)) return
    this.tool.set(id)
    this.options.editor.settings.set({ tool: id })
    this.takeUp()
  }

  takeToolFor = (kind: string): void => {
    if (kind === KIND && drawing) this.takeTool(drawing.tool.id)
  }

  private firstTool(): string {
    const { editor, annotation } = this.options
    const kept = editor.setting('keepTool') ? editor.setting('tool') : ''
    if (this.tools.includes(kept)) return kept
    return annotation.readOnly ? select.id : (this.tools[1] ?? select.id)
  }

  private get canDraw(): boolean {
    const { annotation, object } = this.options
    if (annotation.readOnly || annotation.session.relating.get() !== undefined) return false
    return this.tool.get() === drawing?.tool.id && canMake(annotation, object.name, KIND)
  }

  /** The drawing tool without a label to draw with selects, so that a click is never lost. */
  private effectiveTool(): Tool {
    if (this.tool.get() === pan.id) return pan
    return drawing && this.canDraw ? drawing.tool : select
  }

  private takeUp = (): void => {
    // A gesture keeps the tool it began with: labels may go while a shape is being finished.
    if (this.runner.busy) return
    this.runner.use(this.effectiveTool())
    this.gestures.showCursor()
    this.options.box.toggleAttribute('data-drawing', this.runner.tool === drawing?.tool)
  }

  // ── commands

  cancel = (): boolean => {
    const ended = this.runner.cancel()
    this.takeUp()
    return ended
  }

  undo = (): boolean => this.runner.undo()
  redo = (): boolean => this.runner.redo()

  reveal = (id: string): void => {
    const { annotation, box } = this.options
    const region = annotation.region(id)
    const sheet = region && box.children[pageIndexOf(region) - 1]
    const bounds = shapeKind(KIND)?.bounds
    if (!region || !bounds || !(sheet instanceof HTMLElement)) return
    const [shown, frame] = [this.anchor(id), this.frame()]
    const isSeen = (at: DOMRect): boolean =>
      at.top < frame.bottom && at.bottom > frame.top && at.left < frame.right && at.right > frame.left
    if (shown && isSeen(shown)) return
    const { scale, rotation } = this
    const [width, height] = [sheet.offsetWidth, sheet.offsetHeight]
    const page = turned({ width: width / scale, height: height / scale }, rotation)
    const middle = middleOf(
      screenBox({ scale, rotation, x: width / 2, y: height / 2 }, page, bounds(region.shape, page)),
    )
    box.scrollLeft = sheet.offsetLeft + middle.x - box.clientWidth / 2
    box.scrollTop = sheet.offsetTop + middle.y - box.clientHeight / 2
  }

  anchor = (id: string): DOMRect | undefined => {
    const region = this.options.annotation.region(id)
    return region && this.surface.page(pageIndexOf(region))?.rectOf(id)
  }

  frame = (): DOMRect => this.options.box.getBoundingClientRect()

  regionAt = (clientX: number, clientY: number): string | undefined => {
    const at = this.surface.localPoint({ clientX, clientY })
    return this.surface.covers(at) ? this.surface.hit(this.surface.toPicture(at))?.id : undefined
  }

  /** A box in the middle of what is on screen, for those who draw without a pointer: arrows take it from there. */
  private drawInMiddle = (): boolean => {
    if (!this.canDraw || !drawing?.between || !this.ready.get()) return false
    const { surface, stage } = this
    const { minX, minY, maxX, maxY } = surface.seen
    const corner = (share: number): Point =>
      surface.toPicture({ x: minX + (maxX - minX) * share, y: minY + (maxY - minY) * share })
    const [from, to] = [corner(0.4), corner(0.6)]
    stage.begin('draw')
    const id = stage.create(drawing.kind, drawing.between(from, to, surface.picture))
    if (id === undefined) stage.bail()
    else {
      stage.commit(id)
      this.options.annotation.session.selection.set([id])
    }
    return id !== undefined
  }

  /** Moves what is selected on one page; several pages have no common direction once they are turned. */
  nudge = (dx: number, dy: number): boolean => {
    const { annotation, object } = this.options
    const selected = [...annotation.session.selection.get()]
      .flatMap((id) => annotation.region(id) ?? [])
      .filter((region) => region.target === object.name && isDrawn(annotation.session, region.id))
    const page = selected.map((region) => this.surface.page(pageIndexOf(region))).find((it) => it !== undefined)
    if (!page || annotation.readOnly) return false
    this.surface.take(page)
    const by = toPictureDelta(page.view.get(), { x: dx, y: dy })
    const movable = selected.filter((region) => this.stage.canChange(region.id))
    if (movable.length === 0) this.stage.refuse('read-only')
    annotation.begin('move')
    for (const { id, kind, shape } of movable) {
      const moved = shapeKind(kind)?.move(shape, page.picture, by)
      if (moved) this.stage.setShape(id, moved)
    }
    annotation.commit()
    return true
  }
}
