/** Ties a text on the screen to the document: paints its spans, turns selections into regions. */

import type { Annotation } from '../../core/annotation'
import { canMake } from '../../core/labels'
import type { SurfaceCommands } from '../../core/surface'
import type { TaskEditor } from '../../core/task-editor'
import {
  type Answer,
  followDrawn,
  isDrawn,
  type JsonObject,
  type ObjectTag,
  type Region,
  type RegionId,
} from '../../model'
import type { KindName } from '../../spec.gen'
import { isTextSelected } from '../home'
import { type Granularity, type Span, trim, widen } from './granularity'
import type { Places } from './places'
import { type SpanItem, TextSurface } from './surface'

/** How results name the places of a text. */
export interface SpanFormat {
  readonly kind: KindName
  /** Undefined when the shape leads nowhere in this text: such a region is kept, and not drawn. */
  readonly spanOf: (shape: JsonObject) => Span | undefined
  readonly shapeOf: (span: Span) => JsonObject
}

/** What the config says of the text. */
export interface SpanOptions {
  readonly granularity: Granularity
  readonly highlightColor?: string | undefined
  /** Undefined: as the person prefers. */
  readonly showLabels?: boolean | undefined
  readonly selectionEnabled?: boolean | undefined
}

export interface SpanControllerOptions {
  readonly editor: TaskEditor
  readonly annotation: Annotation
  readonly object: ObjectTag
  readonly options: SpanOptions
  /** Holds the text, and takes what is drawn over it. */
  readonly root: HTMLElement
  readonly places: Places
  readonly format: SpanFormat
  /** Where the lines begin that can be numbered; none of a text that has none of its own. */
  readonly lines: readonly number[] | undefined
  readonly tagClass: string
}

interface Made {
  readonly region: Region
  readonly answers: readonly Answer[]
  readonly item: SpanItem | undefined
}

export class SpanController implements SurfaceCommands {
  readonly tools = []
  readonly surface: TextSurface
  private readonly release: (() => void)[] = []
  private readonly made = new Map<RegionId, Made>()
  private queued = 0

  constructor(private readonly given: SpanControllerOptions) {
    const { root, places, lines = [], tagClass, annotation, object, editor } = given
    this.surface = new TextSurface({ root, places, lines, tagClass, onMove: (span, done) => this.moveEnd(span, done) })
    const { session, document } = annotation
    const paint = (): void =>
      this.later(() => {
        this.surface.setItems(this.items())
        this.giveHandles()
      })
    this.release.push(
      document.followRegionsOn(object.name).subscribe(paint),
      annotation.version.subscribe(paint),
      followDrawn(session, paint),
      session.selection.subscribe(() => {
        this.giveHandles()
      }),
      session.locked.subscribe(() => this.giveHandles()),
      session.emphasis.subscribe(() => this.emphasise()),
      editor.settings.current.subscribe(() => this.followSettings()),
    )
    // At once: each painting of its own lays the text out anew.
    this.surface.setItems(this.items(), session.emphasis.get())
    this.giveHandles()
    this.followSettings()
    editor.moved()
  }

  destroy(): void {
    cancelAnimationFrame(this.queued)
    for (const release of this.release) release()
    this.surface.destroy()
  }

  // ── painting

  private followSettings(): void {
    const { editor, options, lines } = this.given
    this.surface.showTags(options.showLabels ?? editor.setting('showLabels'))
    this.surface.numberLines(lines !== undefined && editor.setting('lineNumbers'))
  }

  private later(run: () => void): void {
    cancelAnimationFrame(this.queued)
    this.queued = requestAnimationFrame(run)
  }

  private emphasise(): void {
    this.surface.emphasise(this.given.annotation.session.emphasis.get())
  }

  private items(): SpanItem[] {
    const { annotation, object } = this.given
    return annotation.document
      .regionsOn(object.name)
      .filter((region) => isDrawn(annotation.session, region.id))
      .flatMap((region) => this.itemOf(region) ?? [])
  }

  /** Made anew for regions that changed alone: records and their lists stay the same ones until they do. */
  private itemOf(region: Region): SpanItem | undefined {
    const { document } = this.given.annotation
    const answers = document.answersOf(region.id)
    const known = this.made.get(region.id)
    if (known?.region === region && known.answers === answers) return known.item
    const item = this.newItem(region)
    this.made.set(region.id, { region, answers, item })
    return item
  }

  private newItem(region: Region): SpanItem | undefined {
    const { annotation, options } = this.given
    const span = this.spanOf(region)
    if (!span) return undefined
    const labels = annotation.document.labelsOf(region.id)
    const text = labels.map(({ title }) => title).join(', ')
    const colour =
      annotation.tints.get(region.id) ?? options.highlightColor ?? annotation.colourOf(region.id) ?? '#8a94a6'
    return { ...span, id: region.id, colour, text }
  }

  private spanOf({ kind, shape }: Region): Span | undefined {
    const { format } = this.given
    const span = kind === format.kind ? format.spanOf(shape) : undefined
    return span && span.end > span.start ? span : undefined
  }

  // ── selecting

  /** A press was released: make a region of what is selected, or select what was clicked. */
  pointerUp(event: { clientX: number; clientY: number; ctrlKey: boolean; metaKey: boolean }): void {
    const { annotation } = this.given
    const span = this.selected()
    const extend = event.ctrlKey || event.metaKey
    if (span && extend) {
      annotation.session.selection.set(this.covered(span))
      this.dropSelection()
    } else if (span) this.labelSelection()
    else if (this.isBesideText()) this.refuseBeside()
    else this.click(event, extend)
  }

  private click(event: { clientX: number; clientY: number }, extend: boolean): void {
    const { annotation } = this.given
    const { relating, selection } = annotation.session
    const under = this.surface.itemsAt(event.clientX, event.clientY)
    const hit = this.next(under)
    if (hit === undefined) {
      if (!extend) selection.clear()
    } else if (extend) selection.toggle(hit)
    else if (relating.get() === undefined && selection.size === 1 && selection.has(hit)) selection.clear()
    else annotation.choose([hit])
  }

  /** The innermost span; when that is selected already, the one around it, so that each can be reached. */
  private next(under: readonly SpanItem[]): RegionId | undefined {
    const { selection } = this.given.annotation.session
    const at = under.findIndex((item) => selection.size === 1 && selection.has(item.id))
    return (under[at + 1] ?? under[at] ?? under[0])?.id
  }

  private selected(): Span | undefined {
    const span = this.surface.selection()
    return span && trim(this.given.places.text, span)
  }

  /** Something is selected, and none of the text: the name of a speaker, the blank of an empty line. */
  private isBesideText(): boolean {
    return this.surface.selection() !== undefined && isTextSelected(this.given.root)
  }

  private refuseBeside(): void {
    const { annotation, editor, object, format } = this.given
    if (annotation.readOnly || !canMake(annotation, object.name, format.kind)) return
    this.dropSelection()
    editor.refuse({ code: 'beside-text' })
  }

  private covered(span: Span): RegionId[] {
    return this.surface.within(span).map((item) => item.id)
  }

  private dropSelection(): void {
    this.given.root.ownerDocument.getSelection()?.removeAllRanges()
  }

  /** Makes a region of the selected text; without a label to give it the selection stays and waits for one. */
  labelSelection = (): void => {
    const { annotation, editor, object, options, places, format } = this.given
    const span = this.selected()
    if (!span || annotation.readOnly || options.selectionEnabled === false) return
    const { kind } = format
    if (!canMake(annotation, object.name, kind)) return
    const widened = widen(places.text, span, this.granularity(), places.breaks)
    annotation.begin('label text')
    const made = annotation.create({
      target: object.name,
      kind,
      shape: format.shapeOf(trim(places.text, widened) ?? span),
    })
    annotation.commit()
    if ('refused' in made) {
      editor.refuse(made.refused)
      return
    }
    this.dropSelection()
    editor.finished(made.id)
  }

  /** That of the label in the hand, else the text's own. */
  private granularity(): Granularity {
    const { annotation, object } = this.given
    for (const [name, labels] of annotation.session.activeLabels.get()) {
      const control = annotation.config.controls.get(name)
      if (!control?.targets.includes(object.name)) continue
      const own = control.byLabel.get(labels[0] ?? '')?.node.attrs.granularity
      if (typeof own === 'string') return own as Granularity
    }
    return this.given.options.granularity
  }

  // ── moving the ends of a span

  /** The one span that is selected, if it may be changed. */
  private changeable(): Region | undefined {
    const { annotation, object } = this.given
    const { selection } = annotation.session
    const [id] = selection.get()
    const region = selection.size === 1 && id !== undefined ? annotation.region(id) : undefined
    return region?.target === object.name && !annotation.isOutOfReach(region.id) ? region : undefined
  }

  private giveHandles(): void {
    const region = this.changeable()
    this.surface.giveHandles(region && this.itemOf(region))
  }

  private moveEnd(span: Span, done: boolean): void {
    const region = this.changeable()
    const item = region && this.itemOf(region)
    if (!region || !item) return
    const { places } = this.given
    const widened = widen(places.text, span, this.given.options.granularity, places.breaks)
    const wanted = trim(places.text, widened)
    if (!done && wanted) this.surface.preview({ ...item, ...wanted })
    if (!done) return
    this.surface.preview(undefined)
    if (wanted && (wanted.start !== item.start || wanted.end !== item.end)) this.setSpan(region, wanted)
    else this.giveHandles()
  }

  private setSpan(region: Region, span: Span): void {
    const { annotation, format } = this.given
    // The text of the old place, where none is written for the new one.
    const { text: _text, ...rest } = region.shape
    annotation.setShape(region.id, { ...rest, ...format.shapeOf(span) })
  }

  /** Moves an end of the selected span by a character. */
  private nudgeEnd(end: 'start' | 'end', by: 1 | -1): boolean {
    const region = this.changeable()
    const item = region && this.itemOf(region)
    if (!region || !item) return false
    const { text } = this.given.places
    const at = item[end] + by
    // Both halves of a character beyond the basic plane.
    const place = /^[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + by : at
    const span = { start: item.start, end: item.end, [end]: place }
    if (span.start < 0 || span.end > text.length || span.start >= span.end) return true
    this.setSpan(region, span)
    return true
  }

  // ── keyboard: the page's own selection is the caret

  /**
   * Arrows move, Shift extends, Ctrl goes by words, Enter labels; Alt+Shift moves the end of the selected span, with
   * Ctrl its start. Says whether the key was used.
   */
  key(event: KeyboardEvent): boolean {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined
    if (by !== undefined && event.altKey && event.shiftKey) {
      return this.nudgeEnd(event.ctrlKey || event.metaKey ? 'start' : 'end', by)
    }
    const selection = this.given.root.ownerDocument.getSelection()
    if (event.key === 'Enter' && this.selected()) {
      this.labelSelection()
      return true
    }
    const move = MOVES[event.key]
    if (!selection || !move || event.altKey) return false
    if (!this.surface.selection()) {
      const { node, offset } = this.given.places.nodeAt(0)
      selection.collapse(node, offset)
    }
    const byWord = (event.ctrlKey || event.metaKey) && move[1] === 'character'
    selection.modify(event.shiftKey ? 'extend' : 'move', move[0], byWord ? 'word' : move[1])
    this.surface.showCaret()
    return true
  }

  /** Selects the next or the previous span of a stretch of text, in reading order; false when there is none in it. */
  stepThrough(stretch: Span, by: 1 | -1): boolean {
    const { annotation } = this.given
    const ids = this.surface.within(stretch).map((item) => item.id)
    if (ids.length === 0) return false
    const at = ids.findIndex((id) => annotation.session.selection.has(id))
    const next = ids[at < 0 ? (by > 0 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length]
    if (next !== undefined) annotation.session.selection.set([next])
    return true
  }

  // ── commands

  cancel = (): boolean => {
    if (!this.selected()) return false
    this.dropSelection()
    return true
  }

  reveal = (id: RegionId): void => {
    const span = this.shown(id)
    if (span) this.surface.reveal(span)
  }

  /** A span may take many lines: its first one. */
  anchor = (id: RegionId): DOMRect | undefined => {
    const span = this.shown(id)
    return span && this.surface.firstRect(span)
  }

  regionAt = (x: number, y: number): RegionId | undefined => this.surface.itemsAt(x, y)[0]?.id

  private shown(id: RegionId): Span | undefined {
    const { annotation, object } = this.given
    const region = annotation.region(id)
    return region?.target === object.name ? this.spanOf(region) : undefined
  }
}

const MOVES: Record<string, readonly [direction: 'forward' | 'backward', by: 'character' | 'line' | 'lineboundary']> = {
  ArrowRight: ['forward', 'character'],
  ArrowLeft: ['backward', 'character'],
  ArrowDown: ['forward', 'line'],
  ArrowUp: ['backward', 'line'],
  End: ['forward', 'lineboundary'],
  Home: ['backward', 'lineboundary'],
}
