/**
 * Keeps the arrows where their regions are, and lets people draw one: from the region that is being related, or by the
 * connector of the selected one. The drawing scrolls along with the stage; it is made anew, once a frame at most, when
 * something in it changed.
 */

import type { Annotation } from '../../core/annotation'
import type { TaskEditor } from '../../core/task-editor'
import { type Box, followDrawn, type Point, type RegionId } from '../../model'
import { Anchors, type Arrow, arrowsOf, type PageText } from './arrows'
import { ArrowLayer, type LayerClasses } from './layer'
import { type Curve, distanceTo, route } from './route'

/** A press that moves further than this, in pixels, is a drag. */
const DRAG = 4
/** How near to an arrow, in pixels, the pointer means it. */
const REACH = 6
/** With more arrows than this, what sets them off costs more than it shows while they move. */
const MANY = 150
/** Milliseconds after which a picture counts as at rest. */
const REST = 160

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
  private arrows: readonly Arrow[] = []
  private origin: Point = { x: 0, y: 0 }
  private frame = 0
  private resting: ReturnType<typeof setTimeout> | undefined
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
    clearTimeout(this.resting)
    for (const release of this.release) release()
    this.options.svg.replaceChildren()
  }

  private follow(): void {
    const { editor, annotation } = this.options
    const { session, store } = annotation
    const { selection, hidden, filteredOut, hiddenRelations, page, relating, relation, relationHover } = session
    const changing = [annotation.relations, selection, hidden, filteredOut, hiddenRelations, page, relating]
    for (const source of changing) this.release.push(source.subscribe(this.later))
    this.release.push(
      followDrawn(session, this.later),
      store.subscribe(this.later),
      editor.moves.subscribe(this.hurry),
      relation.subscribe(this.mark),
      relationHover.subscribe(this.mark),
    )
    const sizes = new ResizeObserver(this.later)
    sizes.observe(this.stage)
    this.release.push(() => sizes.disconnect())
  }

  // ── drawing

  private later = (): void => {
    if (this.frame === 0) this.frame = requestAnimationFrame(this.draw)
  }

  private hurry = (): void => {
    this.later()
    clearTimeout(this.resting)
    this.options.svg.toggleAttribute('data-moving', this.arrows.length > MANY)
    this.resting = setTimeout(() => this.options.svg.removeAttribute('data-moving'), REST)
  }

  private draw = (): void => {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    const { editor, annotation, svg, pageText } = this.options
    const { left: x, top: y } = svg.getBoundingClientRect()
    this.origin = { x, y }
    this.arrows = arrowsOf(editor, annotation, this.origin, pageText)
    const anchors = new Anchors(editor, annotation, this.origin)
    const { relating, selection, hover } = annotation.session
    const from = relating.get()
    const start = from === undefined ? undefined : anchors.boxOf(from)
    const over = hover.get()
    const target = over === undefined || over === from ? undefined : anchors.boxOf(over)
    const [only] = selection.size === 1 && this.offersConnector ? selection.get() : []
    const selected = from === undefined && only !== undefined ? anchors.boxOf(only) : undefined
    this.layer.draw(this.arrows)
    this.layer.drawLive(start && (target ? route(start, target) : this.toPointer(start)))
    this.layer.drawConnector(selected && connectorAt(selected))
    this.mark()
  }

  private toPointer(start: Box): Curve | undefined {
    if (!this.pointer) return undefined
    const { x, y } = this.inDrawing(this.pointer)
    return route(start, { minX: x, maxX: x, minY: y, maxY: y })
  }

  private mark = (): void => {
    const { relation, relationHover } = this.options.annotation.session
    const arrow = (wanted: string | undefined): Arrow | undefined => this.arrows.find(({ id }) => id === wanted)
    this.layer.mark('selected', arrow(relation.get()))
    this.layer.mark('hovered', arrow(relationHover.get()))
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
    on(svg, 'pointerdown', this.grab)
    on(this.stage, 'pointerdown', this.press, true)
    on(this.stage, 'pointerleave', () => this.hover(undefined))
    on(home, 'pointermove', this.move)
    on(home, 'pointerup', this.drop)
    // Of the boxes in the stage, such as a long table; the stage itself takes the drawing along.
    on(this.stage, 'scroll', this.later, true)
  }

  private hover(id: string | undefined): void {
    this.options.annotation.session.relationHover.set(id)
  }

  /** The connector was pressed: a relation is drawn from the selected region. */
  private grab = (event: PointerEvent): void => {
    const { session } = this.options.annotation
    const [only] = session.selection.get()
    if (event.button !== 0 || only === undefined) return
    // Else the press would begin to select text.
    event.preventDefault()
    this.pressed = pointOf(event)
    this.pointer = this.pressed
    session.relating.set(only)
  }

  /** A press on an arrow, or on a region while one is being related: the surface must not hear of it. */
  private press = (event: PointerEvent): void => {
    const { annotation, editor } = this.options
    const { session } = annotation
    if (event.button !== 0 || (event.target as Element).closest('[data-connector]')) return
    const region = session.relating.get() === undefined ? undefined : this.regionAt(pointOf(event))
    const arrow = this.arrowUnder(event)
    if (region === undefined && arrow === undefined) {
      session.relation.set(undefined)
      return
    }
    event.preventDefault()
    event.stopPropagation()
    if (region !== undefined) annotation.choose([region])
    else editor.actions.selectRelation(session.relation.get() === arrow ? undefined : arrow)
  }

  /** Whoever draws, or means a button, must be able to begin on an arrow. */
  private arrowUnder(event: PointerEvent): string | undefined {
    const { activeLabels, relating } = this.options.annotation.session
    const busy = activeLabels.get().size > 0 || relating.get() !== undefined || event.buttons > 1
    if (
      busy ||
      (event.target as Element).closest('[data-drawing], [data-handle], [data-connector], button, input, textarea, a')
    )
      return
    const at = this.inDrawing(pointOf(event))
    let [nearest, least]: [string | undefined, number] = [undefined, REACH]
    for (const { id, curve } of this.arrows) {
      const distance = distanceTo(curve, at, REACH)
      if (distance < least) [nearest, least] = [id, distance]
    }
    return nearest
  }

  private inDrawing({ x, y }: Point): Point {
    const { left, top } = this.options.svg.getBoundingClientRect()
    return { x: x - left, y: y - top }
  }

  private move = (event: PointerEvent): void => {
    const { relating, hover } = this.options.annotation.session
    this.pointer = pointOf(event)
    if (relating.get() === undefined) {
      if (event.buttons === 0)
        this.hover(this.stage.contains(event.target as Node) ? this.arrowUnder(event) : undefined)
      return
    }
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

/** Beside the region, where no handle of its own stands; beside a word, above the line. */
function connectorAt({ minY, maxX, maxY }: Box): Point {
  const isLow = maxY - minY < 34
  return isLow ? { x: maxX + 9, y: minY - 7 } : { x: maxX + 20, y: (minY + maxY) / 2 }
}
