/**
 * Keeps the arrows where their regions are, and lets people draw one: from the region that is being related, or by the
 * connector of the selected one. The drawing scrolls along with the stage; it is made anew, once a frame at most, when
 * something in it changed.
 */

import type { Annotation } from '../../core/annotation'
import type { TaskEditor } from '../../core/task-editor'
import type { Box, Point, RegionId } from '../../model'
import { Anchors, arrowsOf, type PageText } from './arrows'
import { ArrowLayer, type LayerClasses } from './layer'
import { route } from './route'

/** A press that moves further than this, in pixels, is a drag. */
const DRAG = 4

export interface DrawingOptions {
  readonly editor: TaskEditor
  readonly annotation: Annotation
  readonly svg: SVGSVGElement
  readonly classes: LayerClasses
  readonly pageText: PageText
}

export class RelationDrawing {
  private readonly layer: ArrowLayer
  private readonly stage: HTMLElement
  private readonly release: (() => void)[] = []
  private frame = 0
  private pointer: Point | undefined
  /** Where the connector was pressed. */
  private pressed: Point | undefined

  constructor(private readonly options: DrawingOptions) {
    const { svg, classes } = options
    this.layer = new ArrowLayer(svg, classes)
    this.stage = svg.parentElement ?? document.body
    this.follow()
    this.listen()
    this.draw()
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    for (const release of this.release) release()
    this.options.svg.replaceChildren()
  }

  private follow(): void {
    const { editor, annotation } = this.options
    const { session, store } = annotation
    const { selection, hidden, hiddenRelations, page, relating, relation, relationHover, activeLabels } = session
    const changing = [annotation.relations, selection, hidden, hiddenRelations, page, relating, editor.moves]
    for (const source of changing) this.release.push(source.subscribe(this.later))
    this.release.push(
      store.subscribe(this.later),
      relation.subscribe(this.mark),
      relationHover.subscribe(this.mark),
      activeLabels.subscribe(this.quieten),
      relating.subscribe(this.quieten),
    )
    const sizes = new ResizeObserver(this.later)
    sizes.observe(this.stage)
    this.release.push(() => sizes.disconnect())
    this.quieten()
  }

  /** Whoever is drawing must be able to begin on an arrow. */
  private quieten = (): void => {
    const { activeLabels, relating } = this.options.annotation.session
    this.options.svg.toggleAttribute('data-quiet', activeLabels.get().size > 0 || relating.get() !== undefined)
  }

  // ── drawing

  private later = (): void => {
    if (this.frame === 0) this.frame = requestAnimationFrame(this.draw)
  }

  private draw = (): void => {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    const { editor, annotation, svg, pageText } = this.options
    const { left: x, top: y } = svg.getBoundingClientRect()
    const arrows = arrowsOf(editor, annotation, { x, y }, pageText)
    const anchors = new Anchors(editor, annotation, { x, y })
    const { relating, selection, hover } = annotation.session
    const from = relating.get()
    const start = from === undefined ? undefined : anchors.boxOf(from)
    const over = hover.get()
    const target = over === undefined || over === from ? undefined : anchors.boxOf(over)
    const [only] = selection.size === 1 && this.offersConnector ? selection.get() : []
    const selected = from === undefined && only !== undefined ? anchors.boxOf(only) : undefined
    this.layer.draw(arrows)
    this.layer.drawLive(start && (target ? route(start, target) : this.toPointer(start, { x, y })))
    this.layer.drawConnector(selected && connectorAt(selected))
    this.mark()
  }

  private toPointer(start: Box, origin: Point) {
    if (!this.pointer) return undefined
    const [x, y] = [this.pointer.x - origin.x, this.pointer.y - origin.y]
    return route(start, { minX: x, maxX: x, minY: y, maxY: y })
  }

  private mark = (): void => {
    const { relation, relationHover } = this.options.annotation.session
    this.layer.mark(relation.get(), relationHover.get())
  }

  /** Where nobody relates anything the connector would only be in the way; the key works all the same. */
  private get offersConnector(): boolean {
    const { readOnly, config, relations } = this.options.annotation
    return !readOnly && (config.relations !== undefined || relations.get().length > 0)
  }

  // ── pointer

  private listen(): void {
    const { svg } = this.options
    const home = svg.getRootNode()
    const on = (target: Node, name: string, run: (event: PointerEvent) => void, capture = false): void => {
      const listener = run as (event: Event) => void
      target.addEventListener(name, listener, { capture })
      this.release.push(() => target.removeEventListener(name, listener, { capture }))
    }
    on(svg, 'pointerover', (event) => this.hover(relationUnder(event)))
    on(svg, 'pointerout', () => this.hover(undefined))
    on(svg, 'pointerdown', this.press)
    on(this.stage, 'pointerdown', this.pick, true)
    on(home, 'pointermove', this.move)
    on(home, 'pointerup', this.drop)
    // Of the boxes in the stage, such as a long table; the stage itself takes the drawing along.
    on(this.stage, 'scroll', this.later, true)
  }

  private hover(id: string | undefined): void {
    this.options.annotation.session.relationHover.set(id)
  }

  private press = (event: PointerEvent): void => {
    const { session } = this.options.annotation
    if (event.button !== 0) return
    // Else the press would begin to select text.
    event.preventDefault()
    const id = relationUnder(event)
    if (id !== undefined) this.options.editor.actions.selectRelation(session.relation.get() === id ? undefined : id)
    const [only] = session.selection.get()
    if ((event.target as Element).closest('[data-connector]') && only !== undefined) {
      this.pressed = pointOf(event)
      this.pointer = this.pressed
      session.relating.set(only)
    }
  }

  /** A press on a region while one is being related: the tools of the surface must not hear of it. */
  private pick = (event: PointerEvent): void => {
    const { svg, annotation } = this.options
    const { session } = annotation
    if (event.button !== 0 || svg.contains(event.target as Node)) return
    session.relation.set(undefined)
    if (session.relating.get() === undefined) return
    const region = this.regionAt(pointOf(event))
    if (region === undefined) return
    event.preventDefault()
    event.stopPropagation()
    annotation.choose([region])
  }

  private move = (event: PointerEvent): void => {
    const { relating, hover } = this.options.annotation.session
    this.pointer = pointOf(event)
    if (relating.get() === undefined) return
    if (this.stage.contains(event.target as Node)) hover.set(this.regionAt(this.pointer))
    this.later()
  }

  /** The connector was let go: on a region, or on its row in the list. */
  private drop = (event: PointerEvent): void => {
    const { annotation } = this.options
    const { pressed } = this
    const at = pointOf(event)
    this.pressed = undefined
    if (!pressed || Math.hypot(at.x - pressed.x, at.y - pressed.y) <= DRAG) return
    const target = annotation.session.hover.get()
    if (target === undefined || target === annotation.session.relating.get()) annotation.session.relating.set(undefined)
    else annotation.choose([target])
  }

  private regionAt({ x, y }: Point): RegionId | undefined {
    const { editor, annotation } = this.options
    for (const surface of editor.surfaces.values()) {
      const id = surface.regionAt?.(x, y)
      if (id !== undefined && id !== annotation.session.relating.get()) return id
    }
    return undefined
  }
}

const pointOf = ({ clientX: x, clientY: y }: PointerEvent): Point => ({ x, y })

const relationUnder = ({ target }: PointerEvent): string | undefined =>
  target instanceof Element ? target.closest<SVGElement>('[data-relation]')?.dataset.relation : undefined

/** Beside the region, where no handle of its own stands; beside a word, above the line. */
function connectorAt({ minY, maxX, maxY }: Box): Point {
  const isLow = maxY - minY < 34
  return isLow ? { x: maxX + 9, y: minY - 7 } : { x: maxX + 20, y: (minY + maxY) / 2 }
}
