/**
 * Ties a text on the screen to the document: paints its spans, turns selections into regions. The document counts code
 * points, the page UTF-16 units: only this file knows both.
 */

import type { Annotation } from '../../core/annotation'
import { canMake } from '../../core/labels'
import type { SurfaceCommands, TaskEditor } from '../../core/task-editor'
import { type Granularity, type Span, trim, widen } from '../../media/text/granularity'
import { type SpanItem, TextSurface } from '../../media/text/surface'
import { type ObjectTag, type Offsets, offsetsOf, type Region, type RegionId, type TagNode } from '../../model'

export interface TextOptions {
  readonly editor: TaskEditor
  readonly annotation: Annotation
  readonly object: ObjectTag
  readonly root: HTMLElement
  readonly text: string
  readonly tagClass: string
}

export class TextController implements SurfaceCommands {
  readonly tools = []
  readonly surface: TextSurface
  private readonly offsets: Offsets
  private readonly release: (() => void)[] = []
  private queued = 0

  constructor(private readonly options: TextOptions) {
    const { root, text, tagClass, annotation, object, editor } = options
    this.surface = new TextSurface(root, text, tagClass)
    this.offsets = offsetsOf(text)
    const { session, document } = annotation
    const paint = (): void => this.later(() => this.surface.setItems(this.items()))
    this.release.push(
      document.followRegionsOn(object.name).subscribe(paint),
      annotation.version.subscribe(paint),
      session.hidden.subscribe(paint),
      session.selection.subscribe(() => this.emphasise()),
      session.hover.subscribe(() => this.emphasise()),
      editor.settings.current.subscribe(() => this.showTags()),
    )
    this.surface.setItems(this.items())
    this.emphasise()
    this.showTags()
  }

  destroy(): void {
    cancelAnimationFrame(this.queued)
    for (const release of this.release) release()
    this.surface.destroy()
  }

  // ── painting

  private get attrs(): TagNode<'Text'>['attrs'] {
    return this.options.object.node.attrs as TagNode<'Text'>['attrs']
  }

  private showTags(): void {
    this.surface.showTags(this.attrs.showLabels ?? this.options.editor.setting('showLabels'))
  }

  private later(run: () => void): void {
    cancelAnimationFrame(this.queued)
    this.queued = requestAnimationFrame(run)
  }

  private emphasise(): void {
    const { selection, hover } = this.options.annotation.session
    const over = hover.get()
    this.surface.emphasise(over === undefined ? selection.get() : new Set([...selection.get(), over]))
  }

  private items(): SpanItem[] {
    const { annotation, object } = this.options
    return annotation.document
      .regionsOn(object.name)
      .filter((region) => !annotation.session.hidden.has(region.id))
      .flatMap((region) => {
        const span = this.spanOf(region)
        if (!span) return []
        const labels = annotation.document.labelsOf(region.id)
        const text = labels.map((label) => label.option?.value ?? label.stored).join(', ')
        const colour = this.attrs.highlightColor ?? annotation.document.colourOf(region.id) ?? '#8a94a6'
        return [{ ...span, id: region.id, colour, text }]
      })
  }

  private spanOf({ shape }: Region): Span | undefined {
    const [start, end] = [Number(shape.start), Number(shape.end)]
    if (!Number.isFinite(start) || !Number.isFinite(end) || end <= start) return undefined
    return { start: this.offsets.toUtf16(start), end: this.offsets.toUtf16(end) }
  }

  // ── selecting

  /** A press was released: make a region of what is selected, or select what was clicked. */
  pointerUp(event: { clientX: number; clientY: number; ctrlKey: boolean; metaKey: boolean }): void {
    const { annotation } = this.options
    const span = this.selected()
    const extend = event.ctrlKey || event.metaKey
    if (span && extend) {
      annotation.session.selection.set(this.covered(span))
      this.dropSelection()
    } else if (span) this.labelSelection()
    else this.click(event, extend)
  }

  private click(event: { clientX: number; clientY: number }, extend: boolean): void {
    const { annotation } = this.options
    const { relating, selection } = annotation.session
    const place = this.surface.placeUnder(event.clientX, event.clientY)
    const under = place === undefined ? [] : this.surface.under(place)
    const hit = this.surface.isOver(event, under[0]) ? this.next(under) : undefined
    if (hit === undefined) {
      if (!extend) selection.clear()
    } else if (extend) selection.toggle(hit)
    else if (relating.get() === undefined && selection.size === 1 && selection.has(hit)) selection.clear()
    else annotation.choose([hit])
  }

  /** The innermost span; when that is selected already, the one around it, so that each can be reached. */
  private next(under: readonly SpanItem[]): RegionId | undefined {
    const { selection } = this.options.annotation.session
    const at = under.findIndex((item) => selection.size === 1 && selection.has(item.id))
    return (under[at + 1] ?? under[at] ?? under[0])?.id
  }

  private selected(): Span | undefined {
    const span = this.surface.selection()
    return span && trim(this.options.text, span)
  }

  private covered(span: Span): RegionId[] {
    return this.items()
      .filter((item) => item.start < span.end && item.end > span.start)
      .map((item) => item.id)
  }

  private dropSelection(): void {
    this.options.root.ownerDocument.getSelection()?.removeAllRanges()
  }

  /** Makes a region of the selected text; without a label to give it the selection stays and waits for one. */
  labelSelection = (): void => {
    const { annotation, editor, object, text } = this.options
    const span = this.selected()
    if (!span || annotation.readOnly || this.attrs.selectionEnabled === false) return
    const kind = 'span'
    if (!canMake(annotation, object.name, kind)) return
    const { start, end } = trim(text, widen(text, span, this.granularity())) ?? span
    const saveText = this.attrs.saveTextResult ?? (this.attrs.valueType === 'url' ? 'no' : 'yes')
    annotation.begin('label text')
    const made = annotation.create({
      target: object.name,
      kind,
      shape: {
        start: this.offsets.toCodePoints(start),
        end: this.offsets.toCodePoints(end),
        ...(saveText === 'yes' ? { text: text.slice(start, end) } : {}),
      },
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
    const { annotation, object } = this.options
    for (const [name, labels] of annotation.session.activeLabels.get()) {
      const control = annotation.config.controls.get(name)
      if (!control?.targets.includes(object.name)) continue
      const own = control.byStored.get(labels[0] ?? '')?.node.attrs.granularity
      if (typeof own === 'string') return own as Granularity
    }
    return this.attrs.granularity
  }

  // ── keyboard: the page's own selection is the caret

  /** Arrows move, Shift extends, Ctrl goes by words, Enter labels. Says whether the key was used. */
  key(event: KeyboardEvent): boolean {
    const selection = this.options.root.ownerDocument.getSelection()
    if (event.key === 'Enter' && this.selected()) {
      this.labelSelection()
      return true
    }
    const move = MOVES[event.key]
    if (!selection || !move || event.altKey) return false
    if (!this.surface.selection()) {
      const { node, offset } = this.surface.nodeAt(0)
      selection.collapse(node, offset)
    }
    const byWord = (event.ctrlKey || event.metaKey) && move[1] === 'character'
    selection.modify(event.shiftKey ? 'extend' : 'move', move[0], byWord ? 'word' : move[1])
    this.surface.showCaret()
    return true
  }

  // ── commands

  cancel = (): boolean => {
    if (!this.selected()) return false
    this.dropSelection()
    return true
  }

  reveal = (id: RegionId): void => {
    const region = this.options.annotation.region(id)
    const span = region && this.spanOf(region)
    if (span) this.surface.reveal(span)
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
