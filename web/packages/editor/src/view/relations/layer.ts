/**
 * The arrows as SVG. However many there are, those of a colour are one path: what a browser lays out and paints anew
 * while a picture is zoomed are a few elements, and labels that are only moved. What stands out is drawn once more, above.
 */

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

/** Arrows of one colour: a light edge that sets them off, their lines, their heads. */
class Bundle {
  readonly group: SVGGElement
  private readonly casing: SVGPathElement
  private readonly line: SVGPathElement
  private readonly heads: SVGPathElement

  constructor(classes: LayerClasses, colour: string | undefined) {
    this.group = make('g', classes.bundle)
    this.casing = make('path', classes.casing)
    this.line = make('path', classes.line)
    this.heads = make('path', classes.heads)
    this.group.append(this.casing, this.line, this.heads)
    this.colour(colour)
  }

  colour(colour: string | undefined): void {
    if (colour) this.group.style.setProperty('--relation', colour)
    else this.group.style.removeProperty('--relation')
  }

  draw(arrows: readonly Arrow[]): void {
    const lines = arrows.map(({ curve }) => pathOf(curve)).join('')
    this.casing.setAttribute('d', lines)
    this.line.setAttribute('d', lines)
    this.heads.setAttribute('d', arrows.map(headsOf).join(''))
  }
}

const headsOf = ({ curve: { start, bends, end }, heads }: Arrow): string =>
  `${heads.end ? head(end, bends[1]) : ''}${heads.start ? head(start, bends[0]) : ''}`

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

class Label {
  readonly group: SVGGElement
  private readonly plate: SVGRectElement
  private readonly text: SVGTextElement
  private shown: Arrow | undefined

  constructor(classes: LayerClasses) {
    this.group = make('g', classes.label)
    this.plate = make('rect', classes.plate)
    this.text = make('text', classes.text)
    this.group.append(this.plate, this.text)
  }

  show(arrow: Arrow): void {
    if (this.shown?.text !== arrow.text) this.write(arrow.text)
    if (this.shown?.colour !== arrow.colour) this.group.style.setProperty('--relation', arrow.colour ?? '')
    this.shown = arrow
    const { x, y } = along(arrow.curve, 0.5)
    this.group.setAttribute('transform', `translate(${Math.round(x)} ${Math.round(y)})`)
  }

  private write(text: string): void {
    this.text.textContent = text
    const width = widthOf(this.text) + 2 * PAD
    const place = { x: -width / 2, y: -HEIGHT / 2, width, height: HEIGHT }
    for (const [name, value] of Object.entries(place)) this.plate.setAttribute(name, String(Math.round(value)))
  }
}

export class ArrowLayer {
  private readonly bundles = new Map<string, Bundle>()
  private readonly labels = new Map<string, Label>()
  private readonly below: SVGGElement
  private readonly above: Readonly<Record<'hovered' | 'selected', Bundle>>
  private readonly live: SVGPathElement
  private readonly liveHead: SVGPathElement
  private readonly connector: SVGGElement
  private readonly names: SVGGElement

  constructor(
    svg: SVGSVGElement,
    private readonly classes: LayerClasses,
  ) {
    this.below = make('g', undefined)
    this.above = { hovered: new Bundle(classes, undefined), selected: new Bundle(classes, undefined) }
    this.names = make('g', undefined)
    this.live = make('path', classes.live)
    this.liveHead = make('path', classes.liveHead)
    this.connector = connectorNode(classes)
    const { hovered, selected } = this.above
    for (const [state, { group }] of Object.entries(this.above)) group.dataset.state = state
    svg.append(this.below, hovered.group, selected.group, this.names, this.live, this.liveHead, this.connector)
  }

  draw(arrows: readonly Arrow[]): void {
    const byColour = new Map<string, Arrow[]>()
    for (const arrow of arrows) {
      const { colour = '' } = arrow
      const same = byColour.get(colour)
      if (same) same.push(arrow)
      else byColour.set(colour, [arrow])
    }
    for (const [colour, { group }] of this.bundles) {
      if (byColour.has(colour)) continue
      group.remove()
      this.bundles.delete(colour)
    }
    for (const [colour, some] of byColour) this.bundle(colour).draw(some)
    this.drawLabels(arrows.filter(({ text }) => text !== ''))
  }

  private drawLabels(arrows: readonly Arrow[]): void {
    const wanted = new Set(arrows.map(({ id }) => id))
    for (const [id, { group }] of this.labels) {
      if (wanted.has(id)) continue
      group.remove()
      this.labels.delete(id)
    }
    for (const arrow of arrows) this.label(arrow.id).show(arrow)
  }

  /** Draws arrows that stand out once more. */
  mark(state: 'hovered' | 'selected', arrow: Arrow | undefined): void {
    const bundle = this.above[state]
    bundle.colour(arrow?.colour)
    bundle.draw(arrow ? [arrow] : [])
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

  private bundle(colour: string): Bundle {
    const known = this.bundles.get(colour)
    if (known) return known
    const bundle = new Bundle(this.classes, colour || undefined)
    this.below.append(bundle.group)
    this.bundles.set(colour, bundle)
    return bundle
  }

  private label(id: string): Label {
    const known = this.labels.get(id)
    if (known) return known
    const label = new Label(this.classes)
    this.names.append(label.group)
    this.labels.set(id, label)
    return label
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
