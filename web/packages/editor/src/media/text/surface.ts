/**
 * The spans of a text on the screen, without React. The text is in the page already and is never touched; spans are
 * painted with the CSS Custom Highlight API, those near the screen alone, so that ten thousand of them cost nothing.
 * Where they lie over one another each has a line of its own. All places are UTF-16 units of the text.
 */

import { type Home, selectedRange } from '../home'
import { readableOn } from '../readable'
import type { Span } from './granularity'
import { Gutter } from './gutter'
import { Handles } from './handles'
import type { Places } from './places'
import { SpanIndex } from './spans'

export interface SpanItem extends Span {
  readonly id: string
  readonly colour: string
  readonly text: string
}

interface SurfaceOptions {
  /** Holds the text, and takes what is drawn over it. */
  readonly root: HTMLElement
  readonly places: Places
  readonly tagClass: string
  /** Where the lines begin that can be numbered. */
  readonly lines: readonly number[]
  /** An end of the span with handles is on its way, or has arrived. */
  readonly onMove: (span: Span, done: boolean) => void
}

let instances = 0
/** Name tags are elements: beyond this many on screen they would only hide one another. */
const MOST_TAGS = 400
/** Between two of them, and of which at least something can be read; in pixels. */
const [TAG_GAP, LEAST_TAG] = [4, 12]
/** How much is painted above and below what is on screen, in screens. */
const MARGIN = 1

export class TextSurface {
  private readonly prefix = `lw-span-${++instances}`
  private readonly sheet = new CSSStyleSheet()
  private readonly names = new Map<string, string>()
  private readonly overlay: HTMLElement
  private readonly caret = document.createElement('div')
  private spans = new SpanIndex<SpanItem>([])
  /** The stretch of text whose spans are painted. */
  private window: Span = { start: 0, end: 0 }
  private strong: ReadonlySet<string> = new Set()
  private tagsShown = false
  private frame = 0
  private readonly resizing: ResizeObserver
  /** Remembered: when the surface goes, its root may have been taken out of the document already. */
  private readonly home: Home

  readonly root: HTMLElement
  readonly places: Places
  private readonly tagClass: string
  private readonly tags: HTMLElement
  private readonly handles: Handles
  private readonly gutter: Gutter
  /** A span as it would be: painted in the place of the one of its id. */
  private ghost: SpanItem | undefined

  constructor({ root, places, tagClass, lines, onMove }: SurfaceOptions) {
    this.root = root
    this.places = places
    this.tagClass = tagClass
    this.overlay = root.appendChild(document.createElement('div'))
    this.overlay.setAttribute('aria-hidden', 'true')
    this.overlay.dataset.overlay = ''
    this.tags = this.overlay.appendChild(document.createElement('div'))
    this.handles = new Handles({ layer: this.overlay, places, placeUnder: this.placeUnder, onMove })
    this.gutter = new Gutter(root, places, lines)
    this.home = places.home
    this.home.adoptedStyleSheets = [...this.home.adoptedStyleSheets, this.sheet]
    this.resizing = new ResizeObserver(() => this.later(true))
    this.resizing.observe(root)
    this.caret.setAttribute('aria-hidden', 'true')
    root.addEventListener('blur', this.hideCaret)
    root.addEventListener('pointerdown', this.hideCaret)
    // Captured: any of the boxes around the text may be the one that scrolls.
    window.addEventListener('scroll', this.onScroll, { passive: true, capture: true })
  }

  destroy(): void {
    const { root, home } = this
    home.adoptedStyleSheets = home.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet)
    for (const name of this.names.values()) CSS.highlights.delete(name)
    this.resizing.disconnect()
    window.removeEventListener('scroll', this.onScroll, { capture: true })
    cancelAnimationFrame(this.frame)
    root.removeEventListener('blur', this.hideCaret)
    root.removeEventListener('pointerdown', this.hideCaret)
    this.hideCaret()
    this.overlay.remove()
  }

  // ── what is shown

  setItems(items: readonly SpanItem[], strong = this.strong): void {
    this.spans = new SpanIndex(items)
    this.strong = strong
    this.paint()
  }

  /** Spans that have at least one character in a stretch of text, in reading order. */
  within = (stretch: Span): SpanItem[] => this.spans.within(stretch)

  emphasise(ids: ReadonlySet<string>): void {
    this.strong = ids
    this.paint()
  }

  showTags(show: boolean): void {
    this.tagsShown = show
    this.later()
  }

  numberLines(shown: boolean): void {
    this.gutter.show(shown)
    this.later()
  }

  /** Lets the ends of a span be moved; undefined: of none. */
  giveHandles(item: SpanItem | undefined): void {
    this.handles.show(item, item?.colour)
  }

  /** Shows a span as it would be. */
  preview(item: SpanItem | undefined): void {
    this.ghost = item
    if (item) this.handles.show(item, item.colour)
    this.paint()
  }

  reveal(span: Span): void {
    const rect = this.places
      .rangeOf({ start: span.start, end: Math.min(span.end, span.start + 1) })
      .getBoundingClientRect()
    const scroller = this.root.closest('[data-scroller]')
    if (!scroller) return
    const box = scroller.getBoundingClientRect()
    if (rect.top < box.top + 60 || rect.bottom > box.bottom - 60)
      scroller.scrollTop += rect.top - box.top - box.height / 3
  }

  // ── places

  placeUnder = (x: number, y: number): number | undefined => {
    const shadowRoots = this.home instanceof ShadowRoot ? [this.home] : []
    const spot = document.caretPositionFromPoint?.(x, y, { shadowRoots })
    return spot ? this.places.placeOf(spot.offsetNode, spot.offset) : undefined
  }

  /** What the person has selected in this text, in reading order. */
  selection(): Span | undefined {
    const range = selectedRange(this.home)
    if (!range) return undefined
    const { places } = this
    const [first, last] = [places.contains(range.startContainer), places.contains(range.endContainer)]
    if (!first && !last) return undefined
    const start = first ? places.placeOf(range.startContainer, range.startOffset) : 0
    const end = last ? places.placeOf(range.endContainer, range.endOffset) : places.text.length
    return start === undefined || end === undefined ? undefined : { start, end }
  }

  /** Spans under a point of the screen, the innermost first. */
  itemsAt(x: number, y: number): SpanItem[] {
    const place = this.placeUnder(x, y)
    const under = place === undefined ? [] : this.under(place)
    return this.isOver({ clientX: x, clientY: y }, under[0]) ? under : []
  }

  /** The first line of a span, in client pixels; undefined while it is not laid out. */
  firstRect(span: Span): DOMRect | undefined {
    return [...this.places.rangeOf(span).getClientRects()].find((rect) => rect.width > 0)
  }

  /** Spans under a place, the innermost first. */
  under(place: number): SpanItem[] {
    return this.within({ start: place, end: place + 1 }).sort((a, b) => a.end - a.start - (b.end - b.start))
  }

  /** Whether a point is really on a span: beside the end of a line the nearest place is still in it. */
  isOver({ clientX, clientY }: { clientX: number; clientY: number }, item: SpanItem | undefined): boolean {
    if (!item) return false
    return [...this.places.rangeOf(item).getClientRects()].some(
      (rect) => clientX >= rect.left - 1 && clientX <= rect.right + 1 && clientY >= rect.top && clientY <= rect.bottom,
    )
  }

  /** Draws where the keyboard is: text that is not editable has no caret of its own. */
  showCaret(): void {
    this.caret.remove()
    const spot = focusSpot(this.home)
    if (!spot || !this.places.contains(spot.node)) return
    const range = new Range()
    range.setStart(spot.node, spot.offset)
    const rect = range.getBoundingClientRect()
    const box = this.root.getBoundingClientRect()
    if (rect.height === 0) return
    this.caret.style.cssText =
      `position:absolute;width:2px;background:currentcolor;height:${rect.height}px;` +
      `left:${rect.left - box.left}px;top:${rect.top - box.top}px`
    this.root.append(this.caret)
  }

  hideCaret = (): void => this.caret.remove()

  // ── painting

  private paint(): void {
    this.window = this.places.near(MARGIN)
    const ranges = new Map<string, StaticRange[]>()
    for (const item of this.painted()) {
      const look = JSON.stringify([item.colour, this.spans.levelOf(item), this.strong.has(item.id)])
      const list = ranges.get(look) ?? []
      ranges.set(look, list)
      list.push(...this.places.staticRanges(item, this.window))
    }
    for (const [look, name] of this.names) if (!ranges.has(look)) CSS.highlights.delete(name)
    for (const [look, list] of ranges) CSS.highlights.set(this.nameOf(look), highlightOf(look, list))
    this.later()
  }

  private painted(): SpanItem[] {
    const { ghost } = this
    const items = this.within(this.window)
    return ghost ? [...items.filter(({ id }) => id !== ghost.id), ghost] : items
  }

  private nameOf(look: string): string {
    const known = this.names.get(look)
    if (known) return known
    const name = `${this.prefix}-${this.names.size}`
    this.sheet.insertRule(`::highlight(${name}) { ${declarationsOf(look)} }`)
    this.names.set(look, name)
    return name
  }

  /** In the next frame: paints what came near, and puts the name tags where the spans are now. */
  private later = (moved = false): void => {
    if (this.frame !== 0) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      if (moved && this.isOutOfWindow()) this.paint()
      else this.placeAround()
    })
  }

  private onScroll = (): void => {
    if (this.isOutOfWindow()) this.paint()
  }

  private isOutOfWindow(): boolean {
    const { start, end } = this.places.near(0)
    return start < this.window.start || end > this.window.end
  }

  /** What stands beside and over the text. */
  private placeAround(): void {
    this.placeTags()
    this.handles.place()
    if (this.gutter.isShown) this.gutter.place(this.window)
  }

  private placeTags(): void {
    const shown = this.painted().filter((item) => item.text && (this.tagsShown || this.strong.has(item.id)))
    const box = this.root.getBoundingClientRect()
    const placed = shown.slice(0, MOST_TAGS).flatMap((item) => {
      const first = this.places.rangeOf({ start: item.start, end: Math.min(item.end, item.start + 1) })
      const rect = first.getClientRects()[0]
      return rect ? [{ item, left: rect.left - box.left, top: rect.top - box.top }] : []
    })
    const nodes = placed.map(({ item, left, top }, index) => {
      const strong = this.strong.has(item.id)
      const next = placed[index + 1]
      const room = !strong && next?.top === top && next.left >= left ? next.left - left - TAG_GAP : undefined
      return tagOf(item, { className: this.tagClass, left, top, room, strong })
    })
    this.tags.replaceChildren(...nodes)
  }
}

interface TagLook {
  readonly className: string
  readonly left: number
  readonly top: number
  /** Up to the next tag on the line. */
  readonly room: number | undefined
  readonly strong: boolean
}

function tagOf(item: SpanItem, { className, left, top, room, strong }: TagLook): HTMLElement {
  const node = document.createElement('span')
  node.className = className
  node.textContent = item.text
  node.style.cssText = `left:${left}px;top:${top}px`
  node.style.setProperty('--tag', item.colour)
  node.style.setProperty('--tag-text', readableOn(item.colour))
  if (room !== undefined) node.style.maxWidth = `min(180px, ${room}px)`
  node.hidden = room !== undefined && room < LEAST_TAG
  if (strong) node.dataset.strong = ''
  return node
}

/** Inner spans lie over outer ones, and what is selected over all. */
function highlightOf(look: string, ranges: readonly StaticRange[]): Highlight {
  const [, level, strong] = JSON.parse(look) as Look
  const highlight = new Highlight(...ranges)
  highlight.priority = strong ? 1 : -level
  return highlight
}

type Look = readonly [colour: string, level: number, strong: boolean]

/** Of the spans around others there is a line and a breath of colour, so that the inner ones can be told apart. */
function declarationsOf(look: string): string {
  const [colour, level, strong] = JSON.parse(look) as Look
  const share = strong ? 55 : level === 0 ? 26 : 9
  return (
    `background-color: color-mix(in srgb, ${colour} ${share}%, transparent); ` +
    `text-decoration: underline ${strong ? 3 : 2}px ${colour}; text-underline-offset: ${3 + 4 * level}px`
  )
}

function focusSpot(home: Home): { node: Node; offset: number } | undefined {
  const range = selectedRange(home)
  if (!range) return undefined
  return document.getSelection()?.direction === 'backward'
    ? { node: range.startContainer, offset: range.startOffset }
    : { node: range.endContainer, offset: range.endOffset }
}
