/**
 * A text and its spans on the screen, without React. The text is put in the page once and never touched again; spans are
 * painted with the CSS Custom Highlight API, so ten thousand of them cost no elements, and overlapping ones blend.
 * All places are UTF-16 units of the text.
 */

import { readableOn } from '../image/paint'
import type { Span } from './granularity'
import { type Block, blockAt, blocksOf } from './lines'

export interface SpanItem extends Span {
  readonly id: string
  readonly colour: string
  readonly text: string
}

let instances = 0
/** Name tags are elements: beyond this many on screen they would only hide one another. */
const MOST_TAGS = 400

export class TextSurface {
  readonly blocks: readonly Block[]
  private readonly nodes: Text[] = []
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

  constructor(
    readonly root: HTMLElement,
    readonly text: string,
    private readonly tagClass: string,
  ) {
    this.blocks = blocksOf(text)
    for (const block of this.blocks) {
      const node = document.createTextNode(block.text)
      const element = document.createElement('div')
      element.dataset.block = ''
      element.append(node)
      this.nodes.push(node)
      root.append(element)
    }
    this.overlay = root.appendChild(document.createElement('div'))
    this.overlay.setAttribute('aria-hidden', 'true')
    this.overlay.dataset.overlay = ''
    this.home = root.getRootNode() as Document | ShadowRoot
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
    root.replaceChildren()
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
    const rect = this.rangeOf({ start: span.start, end: Math.min(span.end, span.start + 1) }).getBoundingClientRect()
    const scroller = this.root.closest('[data-scroller]')
    if (!scroller) return
    const box = scroller.getBoundingClientRect()
    if (rect.top < box.top + 60 || rect.bottom > box.bottom - 60)
      scroller.scrollTop += rect.top - box.top - box.height / 3
  }

  // ── places

  rangeOf({ start, end }: Span): Range {
    const range = new Range()
    const [from, to] = [this.nodeAt(start), this.nodeAt(end)]
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  nodeAt(place: number): { node: Text; offset: number } {
    const index = blockAt(this.blocks, place)
    const node = this.nodes[index] as Text
    const offset = Math.min(node.length, Math.max(0, place - (this.blocks[index] as Block).start))
    return { node, offset }
  }

  /** The place of a DOM position, or undefined when it lies outside the text. */
  placeOf(node: Node, offset: number): number | undefined {
    const index = this.nodes.indexOf(node as Text)
    if (index >= 0) return (this.blocks[index] as Block).start + offset
    if (node === this.root) return this.blocks[offset]?.start ?? this.text.length
    const element = node instanceof Element ? node : node.parentElement
    const child = this.nodes.findIndex((own) => own.parentElement === element)
    if (child < 0) return undefined
    const block = this.blocks[child] as Block
    return offset === 0 ? block.start : block.start + block.text.length
  }

  placeUnder(x: number, y: number): number | undefined {
    const spot = document.caretPositionFromPoint?.(x, y)
    return spot ? this.placeOf(spot.offsetNode, spot.offset) : undefined
  }

  /** What the person has selected in this text, in reading order. */
  selection(): Span | undefined {
    const selection = this.root.ownerDocument.getSelection()
    if (!selection || selection.rangeCount === 0 || !selection.anchorNode || !selection.focusNode) return undefined
    const inside = (node: Node): boolean => this.root.contains(node)
    if (!inside(selection.anchorNode) && !inside(selection.focusNode)) return undefined
    const range = selection.getRangeAt(0)
    const start = inside(range.startContainer) ? this.placeOf(range.startContainer, range.startOffset) : 0
    const end = inside(range.endContainer) ? this.placeOf(range.endContainer, range.endOffset) : this.text.length
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
    return [...this.rangeOf(item).getClientRects()].some(
      (rect) => clientX >= rect.left - 1 && clientX <= rect.right + 1 && clientY >= rect.top && clientY <= rect.bottom,
    )
  }

  /** Draws where the keyboard is: text that is not editable has no caret of its own. */
  showCaret(): void {
    this.caret.remove()
    const selection = this.root.ownerDocument.getSelection()
    if (!selection?.focusNode || !this.root.contains(selection.focusNode)) return
    const range = new Range()
    range.setStart(selection.focusNode, selection.focusOffset)
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
      const list = ranges.get(look)
      const range = this.staticRange(item)
      if (list) list.push(range)
      else ranges.set(look, [range])
    }
    for (const [look, name] of this.names) if (!ranges.has(look)) CSS.highlights.delete(name)
    for (const [look, list] of ranges) {
      const highlight = new Highlight(...list)
      highlight.priority = look.endsWith('!') ? 2 : 1
      CSS.highlights.set(this.nameOf(look), highlight)
    }
    this.later()
  }

  private staticRange({ start, end }: Span): StaticRange {
    const [from, to] = [this.nodeAt(start), this.nodeAt(end)]
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    })
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
      const rect = this.rangeOf({ start: item.start, end: Math.min(item.end, item.start + 1) }).getClientRects()[0]
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
    const shown = this.blocks.map((_, index) => {
      const rect = this.nodes[index]?.parentElement?.getBoundingClientRect()
      return rect !== undefined && rect.bottom > -100 && rect.top < window.innerHeight + 100
    })
    return items.filter((item) => shown[blockAt(this.blocks, item.start)])
  }
}
