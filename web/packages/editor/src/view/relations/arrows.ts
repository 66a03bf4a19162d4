/** Which arrows there are to draw now, and where: relations of which both ends are shown, or one end and a page. */

import type { Annotation } from '../../core/annotation'
import type { SurfaceCommands } from '../../core/surface'
import type { TaskEditor } from '../../core/task-editor'
import { type Box, isDrawn, type Point, pageOf, type Region, type Relation, relationColour } from '../../model'
import { type Curve, route } from './route'

export interface Arrow {
  readonly id: string
  readonly curve: Curve
  readonly heads: { readonly start: boolean; readonly end: boolean }
  readonly text: string
  readonly colour: string | undefined
}

/** How an arrow to a region that is on another page is called. */
export type PageText = (page: number) => string

/** `origin` is where the drawing stands, in client pixels. */
export function arrowsOf(editor: TaskEditor, annotation: Annotation, origin: Point, pageText: PageText): Arrow[] {
  const anchors = new Anchors(editor, annotation, origin)
  const { hiddenRelations } = annotation.session
  return annotation.relations.get().flatMap((relation) => {
    if (hiddenRelations.has(relation.id)) return []
    const drawn = draw(anchors, relation, pageText)
    const { direction, labels = [], id } = relation
    const heads = { start: direction !== 'right', end: direction !== 'left' }
    const text = [labels.join(', '), drawn?.page].filter(Boolean).join(' · ')
    return drawn ? [{ id, curve: drawn.curve, heads, text, colour: relationColour(annotation.config, labels) }] : []
  })
}

function draw(
  anchors: Anchors,
  { from, to }: Relation,
  pageText: PageText,
): { readonly curve: Curve; readonly page?: string } | undefined {
  const [start, end] = [anchors.boxOf(from), anchors.boxOf(to)]
  if (start && end) return { curve: route(start, end) }
  const away = start ? anchors.edgeTo(to, start) : end && anchors.edgeTo(from, end)
  if (!away) return undefined
  const [a, b] = [start ?? away.box, end ?? away.box]
  return { curve: route(a, b), page: pageText(away.page + 1) }
}

/** Where regions are, asked once each. */
export class Anchors {
  private readonly known = new Map<string, Box | undefined>()
  private readonly frames = new Map<SurfaceCommands, Box | undefined>()

  constructor(
    private readonly editor: TaskEditor,
    private readonly annotation: Annotation,
    private readonly origin: Point,
  ) {}

  /** The place of a region that is drawn now; one that was panned away is at the border. */
  boxOf(id: string): Box | undefined {
    if (!this.known.has(id)) this.known.set(id, this.find(id))
    return this.known.get(id)
  }

  /** The border of an object towards the page that a region is on, beside a box. */
  edgeTo(id: string, beside: Box): { readonly box: Box; readonly page: number } | undefined {
    const region = this.shown(id)
    const surface = region && this.editor.surfaces.get(region.target)
    const frame = surface && this.frameOf(surface)
    if (!region || region.itemIndex === undefined || !frame) return undefined
    const now = pageOf(this.annotation.session, region.target)
    if (region.itemIndex === now) return undefined
    const x = region.itemIndex > now ? frame.maxX - EDGE : frame.minX + EDGE
    const y = (beside.minY + beside.maxY) / 2
    return { box: { minX: x, maxX: x, minY: y, maxY: y }, page: region.itemIndex }
  }

  private shown(id: string): Region | undefined {
    return isDrawn(this.annotation.session, id) ? this.annotation.region(id) : undefined
  }

  private find(id: string): Box | undefined {
    const region = this.shown(id)
    const surface = region && this.editor.surfaces.get(region.target)
    const rect = surface?.anchor?.(id)
    if (!surface || !rect) return undefined
    const frame = this.frameOf(surface)
    const box = boxOf(rect, this.origin)
    return frame ? kept(box, frame) : box
  }

  private frameOf(surface: SurfaceCommands): Box | undefined {
    if (!this.frames.has(surface)) {
      const rect = surface.frame?.()
      this.frames.set(surface, rect && boxOf(rect, this.origin))
    }
    return this.frames.get(surface)
  }
}

/** Room between an arrow's head and the border it points over. */
const EDGE = 4

const boxOf = ({ left, top, right, bottom }: DOMRect, { x, y }: Point): Box => ({
  minX: left - x,
  minY: top - y,
  maxX: right - x,
  maxY: bottom - y,
})

/** The box as far as it is in the frame; one beside it is a point on the border. */
function kept(box: Box, frame: Box): Box {
  const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
  return {
    minX: within(box.minX, frame.minX, frame.maxX),
    maxX: within(box.maxX, frame.minX, frame.maxX),
    minY: within(box.minY, frame.minY, frame.maxY),
    maxY: within(box.maxY, frame.minY, frame.maxY),
  }
}
