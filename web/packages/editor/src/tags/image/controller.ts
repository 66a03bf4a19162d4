/**
 * Ties one picture on the screen to the document: draws its regions, feeds the tools with the pointer, carries out what
 * tools and commands ask for.
 */

import type { Annotation } from '../../core/annotation'
import { canMake, type Hand } from '../../core/labels'
import type { SurfaceCommands } from '../../core/surface'
import type { TaskEditor } from '../../core/task-editor'
import { WandClient } from '../../media/image/masks/wand-client'
import { onMaskRead, storedAt } from '../../media/image/masks/wire'
import type { SceneItem } from '../../media/image/scene'
import { shapeKind } from '../../media/image/shapes'
import { ImageSurface } from '../../media/image/surface'
import { type Alignment, toPictureDelta } from '../../media/image/viewport'
import {
  Atom,
  followDrawn,
  followRegions,
  isDrawn,
  type ObjectTag,
  type Point,
  type Region,
  type RegionId,
  type TagNode,
} from '../../model'
import { type DrawingTool, drawingTools, isOffered, pan, type Stage, select, type Tool, ToolRunner } from '../../tools'
import { Aim } from './aim'
import { Areas } from './areas'
import { brushSizeAfter, firstBrushSize } from './brush-size'
import { Gestures } from './gestures'
import { type LightValues, NEUTRAL } from './Light'
import { sceneItem } from './look'
import { SmartTools } from './smart'
import { type StagePlace, stageFor } from './stage'

export interface ControllerOptions {
  readonly editor: TaskEditor
  readonly annotation: Annotation
  readonly object: ObjectTag
  readonly page: number
  readonly root: HTMLElement
  readonly image: HTMLImageElement
}

const ZOOM_STEP = 1.25

export class ImageController implements SurfaceCommands {
  readonly surface: ImageSurface
  /** Id of the tool in the hand. */
  readonly tool: Atom<string>
  readonly tools: readonly string[]
  readonly cursor = new Atom('default')
  /** Diameter of the brush in natural pixels. */
  readonly brushSize: Atom<number>
  readonly light = new Atom<LightValues>(NEUTRAL)
  private readonly zoomStep: number
  private readonly stage: Stage
  private readonly runner: ToolRunner
  private readonly gestures: Gestures
  private readonly wand: WandClient
  readonly areas: Areas
  readonly smart: SmartTools
  private readonly release: (() => void)[] = []

  constructor(readonly options: ControllerOptions) {
    const { root, image, object, annotation } = options
    const attrs = object.node.attrs as TagNode<'Image'>['attrs']
    const picture = { width: image.naturalWidth || 1, height: image.naturalHeight || 1 }
    this.surface = new ImageSurface(root, image, picture, {
      defaultZoom: attrs.defaultZoom,
      negativeZoom: attrs.negativeZoom,
      smoothing: this.smoothing,
      crosshair: attrs.crosshair,
      alignment: alignmentOf(object),
      ...(attrs.grid ? { grid: { step: attrs.gridSize, colour: attrs.gridColor } } : {}),
    })
    // The documented step is small for a button, but who asks for it gets it.
    const ownStep = object.node.given.some(({ name }) => name.toLowerCase() === 'zoomby') && attrs.zoomBy > 1
    this.zoomStep = ownStep ? attrs.zoomBy : ZOOM_STEP
    const selecting = attrs.selectionControl === false && !annotation.readOnly ? [] : [select.id]
    this.tools = annotation.readOnly
      ? [...selecting, pan.id]
      : [
          ...selecting,
          ...new Set(
            drawingTools
              .filter((it) => isOffered(it, annotation.makers(object.name, it.kind, this.hand)))
              .map((it) => it.tool.id),
          ),
          pan.id,
        ]
    this.brushSize = new Atom(firstBrushSize(annotation, object.name))
    this.tool = new Atom(this.firstTool())
    this.wand = new WandClient(image, picture)
    const grow: StagePlace['grow'] = (from, tolerance, blur) => this.wand.grow({ from, tolerance, blur })
    const place = { ...options, brushSize: this.brushSize, grow }
    this.stage = stageFor(place, () => this.surface)
    this.smart = new SmartTools(place, this.surface)
    this.runner = new ToolRunner(this.stage, this.effectiveTool())
    const { surface, stage, runner, cursor, brushSize } = this
    const aim = new Aim(surface, runner, options.editor)
    const { session } = annotation
    const zooms = attrs.zoom !== false
    const { takeUp, drawInMiddle } = this
    const isInverted = (): boolean => options.editor.setting('invertedZoom')
    const host = {
      root,
      surface,
      session,
      stage,
      runner,
      aim,
      cursor,
      brushSize,
      zooms,
      isInverted,
      takeUp,
      drawInMiddle,
    }
    this.gestures = new Gestures(host)
    this.areas = new Areas({ ...options, picture })
    this.release.push(this.areas.follow(), this.smart.follow(this.takeUp))
    this.release.push(runner.steps.subscribe(() => options.editor.steps.set(runner.steps.get())))
    this.followDocument()
    this.showAll()
    this.takeUp()
    options.editor.moved()
  }

  destroy(): void {
    this.runner.cancel()
    this.gestures.stop()
    this.wand.close()
    for (const release of this.release) release()
    this.surface.destroy()
  }

  // ── the document on the screen

  regions(): Region[] {
    const { annotation, object } = this.options
    return annotation.document.regionsOn(object.name).filter((region) => this.isHere(region))
  }

  private isHere(region: Region): boolean {
    const { object, page, annotation } = this.options
    return region.target === object.name && (region.itemIndex ?? 0) === page && isDrawn(annotation.session, region.id)
  }

  private item(region: Region): SceneItem | undefined {
    storedAt(region.shape, region.outer)
    return sceneItem(this.options.annotation, region)
  }

  private refresh(id: string): void {
    const region = this.options.annotation.region(id)
    const item = region && this.isHere(region) ? this.item(region) : undefined
    if (item) this.surface.putItem(item)
    else this.surface.removeItem(id)
  }

  private showAll = (): void => {
    this.surface.setItems(
      this.regions()
        .map((region) => this.item(region))
        .filter((item) => item !== undefined),
    )
    this.emphasise()
  }

  /** The config wins over what the person likes. */
  private get smoothing(): boolean {
    const { smoothing } = (this.options.object.node as TagNode<'Image'>).attrs
    return smoothing ?? this.options.editor.setting('smoothing')
  }

  private followDocument(): void {
    const { annotation, editor } = this.options
    const { session, store } = annotation
    this.release.push(
      followRegions(store, (id) => this.refresh(id)),
      session.selection.subscribe(() => {
        this.emphasise()
        this.takeUp()
      }),
      session.emphasis.subscribe(() => this.emphasise()),
      session.relating.subscribe(() => this.takeUp()),
      this.surface.view.subscribe(editor.moved),
      followDrawn(session, this.showAll),
      session.locked.subscribe(this.showAll),
      onMaskRead(this.showAll),
      session.activeLabels.subscribe(() => this.takeUp()),
      editor.settings.current.subscribe(() => {
        this.surface.showTags(editor.setting('showLabels'))
        this.surface.smooth(this.smoothing)
      }),
    )
    this.surface.showTags(editor.setting('showLabels'))
  }

  private emphasise(): void {
    const { selection, emphasis } = this.options.annotation.session
    this.surface.emphasise(emphasis.get(), selection.get())
  }

  // ── tools

  takeTool = (id: string): void => {
    if (!this.tools.includes(id)) return
    this.take(id, false)
  }

  takeSmartTool = (id: string): void => {
    if (this.smart.offered.get().includes(id)) this.take(id, true)
  }

  /** Between the tool in the hand and its smart copy; where it has none, to the first there is. */
  toggleSmart = (): void => {
    const now = this.tool.get()
    const offered = this.smart.offered.get()
    if (this.smart.inHand.get()) this.takeTool(this.tools.includes(now) ? now : select.id)
    else this.takeSmartTool(offered.includes(now) ? now : (offered[0] ?? ''))
  }

  private take(id: string, smart: boolean): void {
    this.tool.set(id)
    this.smart.inHand.set(smart)
    if (!smart) this.options.editor.settings.set({ tool: id })
    this.takeUp()
  }

  /** The one that was in the hand at the last task, else the first that draws. */
  private firstTool(): string {
    const { editor } = this.options
    const kept = editor.setting('keepTool') ? editor.setting('tool') : ''
    const usable = this.tools.filter((id) => id === select.id || id === pan.id || this.canDraw(id))
    return usable.find((id) => id === kept) ?? this.tools.find((id) => this.canDraw(id)) ?? select.id
  }

  takeToolFor = (kind: string): void => {
    const only = this.smart.onlyFor(kind) ?? (this.smart.inHand.get() ? this.smart.toolFor(kind) : undefined)
    if (only) {
      this.take(only.tool.id, true)
      return
    }
    const fitting = drawingTools.filter(
      (it) => it.kind === kind && it.amends !== 'only' && this.tools.includes(it.tool.id),
    )
    if (!fitting.some((it) => it.tool.id === this.tool.get()) && fitting[0]) this.takeTool(fitting[0].tool.id)
    else this.takeUp()
  }

  private canDraw(id: string): boolean {
    const { annotation, object } = this.options
    if (annotation.readOnly || annotation.session.relating.get() !== undefined) return false
    return drawingTools.some((it) => {
      if (it.tool.id !== id) return false
      return (
        (it.amends && this.isSelected(it.kind)) ||
        (it.amends !== 'only' && canMake(annotation, object.name, it.kind, this.hand))
      )
    })
  }

  /** Whether a single region of this kind, which may be changed, is selected. */
  private isSelected(kind: string): boolean {
    const { annotation, object } = this.options
    const selection = annotation.session.selection.get()
    const [id] = selection
    const region = id === undefined ? undefined : annotation.region(id)
    if (!region || selection.size !== 1 || annotation.isOutOfReach(region.id)) return false
    return region.kind === kind && region.target === object.name
  }

  /** What tools that are not smart may draw with. */
  private get hand(): Hand {
    return this.options.editor.assist.possible ? 'plain' : 'any'
  }

  /** The smart tool in the hand, if it could draw now. */
  private get prompting(): DrawingTool | undefined {
    if (!this.smart.inHand.get() || this.options.annotation.session.relating.get() !== undefined) return undefined
    return drawingTools.find((it) => it.tool.id === this.tool.get() && this.smart.canPrompt(it))
  }

  /** A drawing tool without a label to draw with selects, so that a click is never lost. */
  private effectiveTool(): Tool {
    if (this.tool.get() === pan.id) return pan
    if (this.smart.inHand.get()) return this.prompting?.tool ?? select
    const drawing = drawingTools.find((it) => it.tool.id === this.tool.get())
    return drawing && this.canDraw(drawing.tool.id) ? drawing.tool : select
  }

  private takeUp = (): void => {
    // A gesture keeps the tool it began with: labels may go while a shape is being finished.
    if (this.runner.busy) return
    const tool = this.effectiveTool()
    this.runner.use(tool, (this.prompting && this.smart.stage) ?? this.stage)
    this.gestures.showCursor()
    this.options.root.toggleAttribute('data-drawing', tool !== select && tool !== pan)
  }

  // ── commands

  cancel = (): boolean => {
    const ended = this.runner.cancel()
    this.takeUp()
    return ended
  }

  /** Steps back inside a gesture; says whether there was one with steps. */
  undo = (): boolean => this.runner.undo()
  redo = (): boolean => this.runner.redo()

  setLight = (change: Partial<LightValues>): void => {
    const light = { ...this.light.get(), ...change }
    this.light.set(light)
    const { brightness, contrast } = light
    const neutral = brightness === NEUTRAL.brightness && contrast === NEUTRAL.contrast
    this.surface.filter = neutral ? '' : `brightness(${brightness}%) contrast(${contrast}%)`
  }

  resizeBrush = (by: 1 | -1): void => this.brushSize.set(brushSizeAfter(this.brushSize.get(), by))

  zoomIn = (): void => this.surface.zoomBy(this.zoomStep)
  zoomOut = (): void => this.surface.zoomBy(1 / this.zoomStep)
  zoomTo = (scale: number): void => this.surface.zoomTo(scale)
  zoomToFit = (): void => this.surface.zoomToFit()
  zoomToActual = (): void => this.surface.zoomToActual()
  rotate = (by: 90 | -90): void => this.surface.rotate(by)
  reveal = (region: string): void => this.surface.reveal(region)
  anchor = (region: string): DOMRect | undefined => this.surface.rectOf(region)
  frame = (): DOMRect => this.options.root.getBoundingClientRect()

  regionAt = (clientX: number, clientY: number): RegionId | undefined => {
    const { left, right, top, bottom } = this.frame()
    if (clientX < left || clientX > right || clientY < top || clientY > bottom) return undefined
    return this.surface.hit(this.surface.toPicture(this.surface.localPoint({ clientX, clientY })))?.id
  }

  /** A shape in the middle of what is on screen, for those who draw without a pointer: arrows take it from there. */
  drawInMiddle = (): boolean => {
    const { annotation } = this.options
    const { prompting } = this
    const stage = (prompting && this.smart.stage) ?? this.stage
    const plain = this.smart.inHand.get() ? undefined : drawingTools.find((it) => it.tool.id === this.tool.get())
    const drawing = prompting ?? (plain && this.canDraw(plain.tool.id) ? plain : undefined)
    if (!drawing?.between) return false
    const { clientWidth: width, clientHeight: height } = this.options.root
    const corner = (share: number): Point => this.surface.toPicture({ x: width * share, y: height * share })
    stage.begin('draw')
    const id = stage.create(drawing.kind, drawing.between(corner(0.4), corner(0.6), this.surface.picture))
    if (id === undefined) stage.bail()
    else {
      stage.commit(id)
      if (!prompting) annotation.session.selection.set([id])
    }
    return id !== undefined
  }

  nudge = (dx: number, dy: number): boolean => {
    const { annotation, object } = this.options
    const by = toPictureDelta(this.surface.view.get(), { x: dx, y: dy })
    const here = [...annotation.session.selection.get()]
      .flatMap((id) => annotation.region(id) ?? [])
      .filter((region) => region.target === object.name && isDrawn(annotation.session, region.id))
    if (here.length === 0 || annotation.readOnly) return false
    const regions = here.filter((region) => !annotation.isLocked(region.id))
    if (regions.length === 0) this.stage.refuse('read-only')
    annotation.begin('move')
    for (const { id, kind, shape } of regions) {
      const moved = shapeKind(kind)?.move(shape, this.surface.picture, by)
      if (moved) this.stage.setShape(id, moved)
    }
    annotation.commit()
    return true
  }
}

/** As the config gives it: without a word a picture stands in the middle, unlike the documented default. */
function alignmentOf({ node }: ObjectTag): Alignment {
  const { horizontalAlignment, verticalAlignment } = (node as TagNode<'Image'>).attrs
  const given = (name: string): boolean => node.given.some((it) => it.name.toLowerCase() === name)
  return {
    ...(given('horizontalalignment') ? { horizontal: horizontalAlignment } : {}),
    ...(given('verticalalignment') ? { vertical: verticalAlignment } : {}),
  }
}
