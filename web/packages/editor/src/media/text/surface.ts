/**
 * The spans of a text on the screen, without React. The text is in the page already and is never touched; spans are
 * painted with the CSS Custom Highlight API, those near the screen alone, so that ten thousand of them cost nothing.
 * Where they lie over one another each has a line of its own. All places are UTF-16 units of the text.
 */

import { type Home, selectedRange } from '../home'
import { readableOn } from '../readable'
import type { Span } from './granularity'
import type { Places } from './places'
import { SpanIndex } from './spans'

export interface SpanItem extends Span {
  readonly id: string
  readonly colour: string
  readonly text: string
}

let instances = 0
/** Name tags are elements: beyond this many on screen they would only hide one another. */
const MOST_TAGS = 400
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

  /** `root` holds the text, and takes what is drawn over it. */
  constructor(
    readonly root: HTMLElement,
    readonly places: Places,
    private readonly tagClass: string,
  ) {
    this.overlay = root.appendChild(document.createElement('div'))
    this.overlay.setAttribute('aria-hidden', 'true')
    this.overlay.dataset.overlay = ''
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

  setItems(items: readonly SpanItem[]): void {
    this.spans = new SpanIndex(items)
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

  /** Elements to be put over the text, placed by `rects`. */
  get layer(): HTMLElement {
    return this.overlay
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

  placeUnder(x: number, y: number): number | undefined {
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
    for (const item of this.within(this.window)) {
      const look = JSON.stringify([item.colour, this.spans.levelOf(item), this.strong.has(item.id)])
      const list = ranges.get(look) ?? []
      ranges.set(look, list)
      list.push(...this.places.staticRanges(item, this.window))
    }
    for (const [look, name] of this.names) if (!ranges.has(look)) CSS.highlights.delete(name)
    for (const [look, list] of ranges) CSS.highlights.set(this.nameOf(look), highlightOf(look, list))
    this.later()
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
      else this.placeTags()
    })
  }

  private onScroll = (): void => {
    if (this.isOutOfWindow()) this.paint()
  }

  private isOutOfWindow(): boolean {
    const { start, end } = this.places.near(0)
    return start < this.window.start || end > this.window.end
  }

  private placeTags(): void {
    const shown = this.within(this.window).filter((item) => this.tagsShown || this.strong.has(item.id))
    const box = this.root.getBoundingClientRect()
    const nodes: HTMLElement[] = []
    for (const item of shown) {
      if (!item.text || nodes.length >= MOST_TAGS) continue
      const rect = this.places
        .rangeOf({ start: item.start, end: Math.min(item.end, item.start + 1) })
        .getClientRects()[0]
      if (!rect) continue
      const node = document.createElement('span')
      node.className = this.tagClass
      node.textContent = item.text
      node.style.setProperty('--tag', item.colour)
      node.style.setProperty('--tag-text', readableOn(item.colour))
      node.style.left = `${rect.left - box.left}px`
      node.style.top = `${rect.top - box.top}px`
      if (this.strong.has(item.id)) node.dataset.strong = ''
      nodes.push(node)
    }
    this.overlay.replaceChildren(...nodes)
  }
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
