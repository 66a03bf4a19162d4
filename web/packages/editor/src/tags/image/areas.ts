/** Regions as areas of pixels: put together, cut out of one another, filled, and turned into another kind. */

import type { Annotation } from '../../core/annotation'
import type { AreaCommands, AreaOffers } from '../../core/surface'
import type { TaskEditor } from '../../core/task-editor'
import { areaSpans, contours, simplified } from '../../media/image/masks/contours'
import { holesIn } from '../../media/image/masks/holes'
import { combined, type Mask, painted, solid } from '../../media/image/masks/runs'
import { polygonThrough, shapeKind } from '../../media/image/shapes'
import type { Size } from '../../media/image/viewport'
import { Atom, type JsonObject, type ObjectTag, type Point, type Region } from '../../model'

/** Kinds that a region can be turned into. */
const KINDS = ['polygon', 'mask', 'bitmask'] as const
type Kind = (typeof KINDS)[number]

/** How far, in natural pixels, the outline of a polygon may be off the mask it is made of. */
export const DEFAULT_TOLERANCE = 1.5

const MIXES = {
  unite: Math.max,
  subtract: (own: number, other: number) => Math.max(0, own - other),
  intersect: Math.min,
}

export interface Outline {
  readonly pieces: readonly (readonly Point[])[]
  /** Holes that polygons cannot have: they will be filled. */
  readonly holes: number
}

interface AreasOptions {
  readonly editor: TaskEditor
  readonly annotation: Annotation
  readonly object: ObjectTag
  readonly picture: Size
}

const isMask = (region: Region): boolean => shapeKind(region.kind)?.ofMask !== undefined

const NO_OFFERS: AreaOffers = { combine: false, fillHoles: false, kinds: [] }
/** With more regions selected than this nothing is offered: somebody selected all of them. */
const MOST = 200

export class Areas implements AreaCommands {
  readonly offers = new Atom(NO_OFFERS)

  constructor(private readonly options: AreasOptions) {}

  /** What is selected on this picture, in the order in which it was. */
  private selected(): Region[] {
    const { annotation, object } = this.options
    const regions = [...annotation.session.selection.get()].flatMap((id) => annotation.region(id) ?? [])
    return regions.every((it) => it.target === object.name) ? regions : []
  }

  private maskOf({ kind, shape }: Region): Mask | undefined {
    const { picture } = this.options
    const known = shapeKind(kind)
    if (known?.mask) return known.mask(shape, picture)
    const outline = known?.outline?.(shape, picture)
    return outline && solid(picture, areaSpans(outline, picture))
  }

  private hasArea = ({ kind, shape }: Region): boolean => {
    const known = shapeKind(kind)
    return known?.mask !== undefined || known?.outline?.(shape, this.options.picture) !== undefined
  }

  // ── what there is to do

  /** Goes by what is selected, its kinds and its locks. */
  follow(): () => void {
    const { session, store } = this.options.annotation
    const refresh = (): void => this.offers.set(this.offersNow())
    const release = [
      session.selection.subscribe(refresh),
      session.locked.subscribe(refresh),
      store.subscribe(({ updated }) => {
        for (const [before, after] of updated.values()) {
          if (before.record === 'region' && after.record === 'region' && before.kind !== after.kind) return refresh()
        }
      }),
    ]
    refresh()
    return () => {
      for (const end of release) end()
    }
  }

  private offersNow(): AreaOffers {
    const { annotation } = this.options
    const regions = this.selected()
    if (annotation.readOnly || regions.length === 0 || regions.length > MOST) return NO_OFFERS
    if (!regions.every(this.hasArea)) return NO_OFFERS
    const first = regions.find(isMask)
    const masksOnly = regions.every(isMask)
    const free = regions.every((it) => !annotation.isLocked(it.id))
    const fits = (kind: Kind): boolean =>
      regions.every((it) => it.kind === kind || annotation.canConvert(it.id, kind)) &&
      regions.some((it) => it.kind !== kind)
    return {
      combine: regions.length > 1 && first !== undefined && !annotation.isLocked(first.id),
      fillHoles: masksOnly && free,
      kinds: KINDS.filter(fits),
    }
  }

  // ── putting together

  /** The first mask that was selected takes the others up, gives them its pixels, or keeps what all have in common. */
  combine = (how: keyof typeof MIXES): void => {
    if (!this.offersNow().combine) return
    const { annotation, editor } = this.options
    const regions = this.selected()
    const first = regions.find(isMask)
    const others = regions.filter((it) => it !== first)
    if (how !== 'subtract' && others.some((it) => annotation.isLocked(it.id))) {
      editor.refuse({ code: 'read-only' })
      return
    }
    let mask = first && this.maskOf(first)
    for (const other of others) {
      const area = this.maskOf(other)
      mask = mask && area && combined(mask, area, MIXES[how])
    }
    if (!first || !mask) return
    if (mask.starts.length === 0) {
      editor.refuse({ code: 'nothing-left' })
      return
    }
    annotation.begin('combine')
    this.setMask(first, mask)
    // What was cut out stays where it is; what was taken up is part of the first now.
    if (how !== 'subtract') annotation.remove(others.map((it) => it.id))
    annotation.commit()
    annotation.session.selection.set([first.id])
    editor.news.set({ kind: 'combined', labels: editor.labelText([first.id]) })
  }

  private setMask({ id, kind }: Region, mask: Mask): void {
    const shape = shapeKind(kind)?.ofMask?.(mask)
    if (shape) this.options.annotation.setShape(id, shape, this.size)
  }

  private get size(): JsonObject {
    const { width, height } = this.options.picture
    return { original_width: width, original_height: height }
  }

  // ── holes

  fillHoles = (): void => {
    if (!this.offersNow().fillHoles) return
    const { annotation } = this.options
    annotation.begin('fill holes')
    for (const region of this.selected()) {
      const mask = this.maskOf(region)
      const holes = mask && holesIn(mask)
      if (mask && holes && holes.starts.length > 0) this.setMask(region, painted(mask, holes))
    }
    annotation.commit()
  }

  // ── turning into another kind

  /** Turns what is selected into another kind, as one step. */
  convert = (kind: string, tolerance = DEFAULT_TOLERANCE): void => {
    const to = KINDS.find((it) => it === kind)
    if (!to || !this.offersNow().kinds.includes(to)) return
    const { annotation, editor } = this.options
    const made: string[] = []
    let holes = 0
    annotation.begin('convert')
    for (const region of this.selected()) {
      const { shapes, filled } = region.kind === to ? { shapes: [], filled: 0 } : this.shapesOf(region, to, tolerance)
      const pieces = shapes.length > 0 ? annotation.convert(region.id, { kind: to, shapes, outer: this.size }) : []
      if ('code' in pieces) {
        annotation.bail()
        editor.refuse(pieces)
        return
      }
      made.push(...(pieces.length > 0 ? pieces : [region.id]))
      holes += filled
    }
    annotation.commit()
    annotation.session.selection.set(made)
    editor.notice.set({ kind: 'converted', count: made.length, holes })
  }

  private shapesOf(region: Region, kind: Kind, tolerance: number): { shapes: JsonObject[]; filled: number } {
    const { picture } = this.options
    if (kind === 'polygon') {
      const { pieces, holes } = this.outlineOf(region, tolerance)
      return { shapes: pieces.map((points) => polygonThrough(points, true, picture)), filled: holes }
    }
    const mask = this.maskOf(region)
    const shape = mask && mask.starts.length > 0 ? shapeKind(kind)?.ofMask?.(mask) : undefined
    return { shapes: shape ? [shape] : [], filled: 0 }
  }

  /** The outline of a region as polygons, the largest first. */
  outlineOf = (region: Region, tolerance: number): Outline => {
    const kind = shapeKind(region.kind)
    const line = kind?.outline?.(region.shape, this.options.picture)
    if (line) return { pieces: [simplified(line, line.length > 8 ? tolerance : 0)], holes: 0 }
    const mask = this.maskOf(region)
    const rings = mask ? contours(mask) : []
    const pieces = rings
      .filter((it) => !it.isHole)
      .map(({ points }) => simplified(points, tolerance))
      .filter((points) => points.length > 2)
      .sort((a, b) => b.length - a.length)
    return { pieces, holes: rings.filter((it) => it.isHole).length }
  }

  /** What turning the selected regions into polygons would make. */
  outlines = (tolerance: number): readonly Outline[] =>
    this.selected()
      .filter((it) => it.kind !== 'polygon')
      .map((it) => this.outlineOf(it, tolerance))
}
