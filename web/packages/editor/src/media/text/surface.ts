/**
 * The spans of a text on the screen, without React. The text is in the page already and is never touched; spans are
 * painted with the CSS Custom Highlight API, so ten thousand of them cost no elements, and overlapping ones blend.
 * All places are UTF-16 units of the text.
 */

import { readableOn } from '../readable'
import type { Span } from './granularity'
import type { Places } from './places'

export interface SpanItem extends Span {
  readonly id: string
  readonly colour: string
  readonly text: string
}

let instances = 0
/** Name tags are elements: beyond this many on screen they would only hide one another. */
const MOST_TAGS = 400

export class TextSurface {
  private readonly prefix = `lw-span-${++instances}`
  private readonly sheet = new CSSStyleSheet()
  private readonly names = new Map<string, string>()
  private readonly overlay: HTMLElement
  private readonly caret = document.createElement('div')
  private items: readonly SpanItem[] = []
  private strong: ReadonlySet<string> = new Set()
  private tagsShown = false
  private frame = 0
  private readonly resizing: ResizeObserver
  /** Remembered: when the surface goes, its root may have been taken out of the document already. */
  private readonly home: Document | ShadowRoot

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
    this.resizing = new ResizeObserver(() => this.later())
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
    this.items = items
    this.paint()
  }

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
    return this.items
      .filter((item) => item.start <= place && place < item.end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))
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
    const ranges = new Map<string, StaticRange[]>()
    for (const item of this.items) {
      const look = `${item.colour}${this.strong.has(item.id) ? '!' : ''}`
      const list = ranges.get(look) ?? []
      ranges.set(look, list)
      list.push(...this.places.staticRanges(item))
    }
    for (const [look, name] of this.names) if (!ranges.has(look)) CSS.highlights.delete(name)
    for (const [look, list] of ranges) {
      const highlight = new Highlight(...list)
      highlight.priority = look.endsWith('!') ? 2 : 1
      CSS.highlights.set(this.nameOf(look), highlight)
    }
    this.later()
  }

  private nameOf(look: string): string {
    const known = this.names.get(look)
    if (known) return known
    const name = `${this.prefix}-${this.names.size}`
    const strong = look.endsWith('!')
    const colour = strong ? look.slice(0, -1) : look
    const share = strong ? 55 : 26
    this.sheet.insertRule(
      `::highlight(${name}) { background-color: color-mix(in srgb, ${colour} ${share}%, transparent); ` +
        `text-decoration: underline ${strong ? 3 : 2}px ${colour}; }`,
    )
    this.names.set(look, name)
    return name
  }

  private later = (): void => {
    if (this.frame !== 0) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.placeTags()
    })
  }

  private onScroll = (): void => {
    if (this.items.length > MOST_TAGS) this.later()
  }

  private placeTags(): void {
    const shown = this.tagsShown ? this.items : this.items.filter((item) => this.strong.has(item.id))
    const box = this.root.getBoundingClientRect()
    const nodes: HTMLElement[] = []
    for (const item of shown.length > MOST_TAGS ? this.near(shown) : shown) {
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

  /** Those in blocks near the window. */
  private near(items: readonly SpanItem[]): SpanItem[] {
    const known = new Map<Element | null, boolean>()
    return items.filter((item) => {
      const block = this.places.nodeAt(item.start).node.parentElement
      const isNear = known.get(block) ?? isOnScreen(block)
      known.set(block, isNear)
      return isNear
    })
  }
}

function isOnScreen(element: Element | null): boolean {
  const rect = element?.getBoundingClientRect()
  return rect !== undefined && rect.bottom > -100 && rect.top < window.innerHeight + 100
}

/** The page's selection as it is inside a tree: from outside, a shadow tree shows none of its own. */
function selectedRange(home: Document | ShadowRoot): AbstractRange | undefined {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return undefined
  if (home instanceof ShadowRoot) return selection.getComposedRanges?.({ shadowRoots: [home] })[0]
  return selection.getRangeAt(0)
}

function focusSpot(home: Document | ShadowRoot): { node: Node; offset: number } | undefined {
  const range = selectedRange(home)
  if (!range) return undefined
  return document.getSelection()?.direction === 'backward'
    ? { node: range.startContainer, offset: range.startOffset }
    : { node: range.endContainer, offset: range.endOffset }
}
