/** The arrows as SVG: one group each, kept while its relation is drawn, written to only where it differs. */

import type { Point } from '../../model'
import type { Arrow } from './arrows'
import { along, type Curve, head, pathOf } from './route'

const SVG = 'http://www.w3.org/2000/svg'

const make = <K extends keyof SVGElementTagNameMap>(
  name: K,
  className: string | undefined,
): SVGElementTagNameMap[K] => {
  const element = document.createElementNS(SVG, name)
  if (className) element.setAttribute('class', className)
  return element
}

export interface LayerClasses {
  readonly [name: string]: string | undefined
}

/** Paths of one arrow, from below upwards: what the pointer meets, what sets it off, the line, its heads, its text. */
class ArrowNode {
  readonly group: SVGGElement
  private readonly hit: SVGPathElement
  private readonly casing: SVGPathElement
  private readonly line: SVGPathElement
  private readonly heads: SVGPathElement
  private readonly plate: SVGRectElement
  private readonly text: SVGTextElement
  private width = 0
  private shown: Arrow | undefined

  constructor(classes: LayerClasses) {
    this.group = make('g', classes.arrow)
    this.hit = make('path', classes.hit)
    this.casing = make('path', classes.casing)
    this.line = make('path', classes.line)
    this.heads = make('path', classes.heads)
    this.plate = make('rect', classes.plate)
    this.text = make('text', classes.text)
    this.group.append(this.hit, this.casing, this.line, this.heads, this.plate, this.text)
  }

  show(arrow: Arrow): void {
    const before = this.shown
    this.shown = arrow
    const path = pathOf(arrow.curve)
    for (const one of [this.hit, this.casing, this.line]) one.setAttribute('d', path)
    this.heads.setAttribute('d', headsOf(arrow))
    if (before?.text !== arrow.text) this.write(arrow.text)
    if (arrow.text !== '') this.place(along(arrow.curve, 0.5))
    if (before?.colour !== arrow.colour) {
      if (arrow.colour) this.group.style.setProperty('--relation', arrow.colour)
      else this.group.style.removeProperty('--relation')
    }
  }

  private write(text: string): void {
    this.text.textContent = text
    this.width = text === '' ? 0 : widthOf(this.text) + 2 * PAD
    this.plate.setAttribute('width', String(this.width))
    this.plate.setAttribute('height', this.width === 0 ? '0' : String(HEIGHT))
  }

  private place({ x, y }: Point): void {
    this.text.setAttribute('x', String(Math.round(x)))
    this.text.setAttribute('y', String(Math.round(y)))
    this.plate.setAttribute('x', String(Math.round(x - this.width / 2)))
    this.plate.setAttribute('y', String(Math.round(y - HEIGHT / 2)))
  }
}

/** Of the plate under the text, which nothing shines through, and the room it leaves at both ends. */
const HEIGHT = 17
const PAD = 5

const widths = new Map<string, number>()

/** Relations have few texts: each is measured once. */
function widthOf(text: SVGTextElement): number {
  const known = widths.get(text.textContent)
  if (known !== undefined) return known
  const width = text.getComputedTextLength()
  widths.set(text.textContent, width)
  return width
}

function headsOf({ curve: { start, bends, end }, heads }: Arrow): string {
  return `${heads.end ? head(end, bends[1]) : ''}${heads.start ? head(start, bends[0]) : ''}`
}

export class ArrowLayer {
  private readonly nodes = new Map<string, ArrowNode>()
  private readonly live: SVGPathElement
  private readonly liveHead: SVGPathElement
  private readonly connector: SVGGElement

  constructor(
    private readonly svg: SVGSVGElement,
    private readonly classes: LayerClasses,
  ) {
    this.live = make('path', classes.live)
    this.liveHead = make('path', classes.liveHead)
    this.connector = connectorNode(classes)
    svg.append(this.live, this.liveHead, this.connector)
  }

  draw(arrows: readonly Arrow[]): void {
    const wanted = new Set(arrows.map(({ id }) => id))
    for (const [id, { group }] of this.nodes) {
      if (wanted.has(id)) continue
      group.remove()
      this.nodes.delete(id)
    }
    for (const arrow of arrows) this.node(arrow.id).show(arrow)
  }

  /** Marks the arrows that stand out. */
  mark(selected: string | undefined, hovered: string | undefined): void {
    for (const [id, { group }] of this.nodes) {
      const state = id === selected ? 'selected' : id === hovered ? 'hovered' : undefined
      if (state) group.dataset.state = state
      else delete group.dataset.state
    }
  }

  /** The arrow in the making. */
  drawLive(curve: Curve | undefined): void {
    this.live.setAttribute('d', curve ? pathOf(curve) : '')
    this.liveHead.setAttribute('d', curve ? head(curve.end, curve.bends[1]) : '')
  }

  drawConnector(at: Point | undefined): void {
    this.connector.style.display = at ? 'block' : 'none'
    if (at) this.connector.setAttribute('transform', `translate(${Math.round(at.x)} ${Math.round(at.y)})`)
  }

  private node(id: string): ArrowNode {
    const known = this.nodes.get(id)
    if (known) return known
    const node = new ArrowNode(this.classes)
    node.group.dataset.relation = id
    this.svg.insertBefore(node.group, this.live)
    this.nodes.set(id, node)
    return node
  }
}

/** What a relation is dragged from. */
function connectorNode(classes: LayerClasses): SVGGElement {
  const group = make('g', classes.connector)
  group.dataset.connector = ''
  const disc = make('circle', undefined)
  disc.setAttribute('r', '9')
  const arrow = make('path', undefined)
  arrow.setAttribute('d', 'M-4 0H4M1 -3L4 0L1 3')
  group.append(disc, arrow)
  return group
}
