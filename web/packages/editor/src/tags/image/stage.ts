/** What tools may do to one picture and its regions. */

import type { Annotation } from '../../core/annotation'
import type { Prompts } from '../../core/prompts'
import type { TaskEditor } from '../../core/task-editor'
import type { Mask } from '../../media/image/masks/runs'
import { UnreadablePicture } from '../../media/image/masks/wand-client'
import { storedAt } from '../../media/image/masks/wire'
import type { Scene, SceneItem } from '../../media/image/scene'
import { shapeKind } from '../../media/image/shapes'
import type { StrokePreview } from '../../media/image/surface'
import { boxOf, type Size, type Viewport } from '../../media/image/viewport'
import type { JsonObject, ObjectTag, Point, Readable, RegionId, TagNode } from '../../model'
import type { Stage, WandHand } from '../../tools'
import { lookOfNext, makerOf } from './look'

/** What a stage needs of the surface: the one on the page, or the harness's without a page. */
export interface StageSurface {
  readonly picture: Size
  readonly view: Readable<Viewport>
  readonly scene: Scene
  hit: (at: Point) => SceneItem | undefined
  setBand: (band: readonly [Point, Point] | undefined) => void
  setGhost: (ghost: SceneItem | undefined) => void
  setStroke: (stroke: StrokePreview | undefined) => void
  setCaption: (at: Point, text: string | undefined) => void
  hold: (id: RegionId | undefined) => void
  panBy: (delta: Point) => void
}

/** Who writes what tools draw. */
export type Desk = Pick<
  Annotation,
  'region' | 'isOutOfReach' | 'choose' | 'begin' | 'setShape' | 'create' | 'remove' | 'commit' | 'bail'
>

export interface StagePlace {
  readonly editor: TaskEditor
  readonly annotation: Annotation
  /** Where smart tools draw; the others draw in the annotation. */
  readonly prompts?: Prompts | undefined
  /** Writes regions in place of the annotation itself. */
  readonly desk?: Desk
  readonly object: ObjectTag
  readonly page: number
  /** Diameter of the brush in natural pixels. */
  readonly brushSize: Readable<number>
  /** The area of similar colour around a point; throws `UnreadablePicture`. */
  readonly grow: (from: Point, tolerance: number, blur: number) => Promise<Mask | undefined>
}

export function stageFor(place: StagePlace, surface: () => StageSurface): Stage {
  const { annotation, prompts, editor, object, page } = place
  const desk: Desk = prompts ?? place.desk ?? annotation
  const selection = prompts?.selection ?? annotation.session.selection
  const preview = (kind: string, shape: JsonObject, id = ''): SceneItem | undefined => {
    const known = shapeKind(kind)
    if (!known) return undefined
    const look = lookOfNext(annotation, object.name, kind)
    return { id, kind: known, shape, look, text: '', fixed: true, rotatable: false }
  }
  return {
    get picture() {
      return surface().picture
    },
    scale: () => surface().view.get().scale,
    panBy: (by) => surface().panBy(by),
    hit: (at) => (prompts ? undefined : surface().hit(at)?.id),
    touching: (a: Point, b: Point): RegionId[] =>
      surface()
        .scene.in(boxOf([a, b]))
        .map((item) => item.id),
    showBand: (band) => surface().setBand(band),
    showGhost: (kind, shape) => surface().setGhost(shape && preview(kind, shape)),
    showStroke(kind, stroke, region) {
      const isPrompt = region !== undefined && prompts !== undefined
      const drawn = isPrompt ? preview(kind, prompts.region(region)?.shape ?? {}, region) : undefined
      const item = drawn ?? (region === undefined ? preview(kind, {}) : surface().scene.get(region))
      surface().setStroke(stroke && item && { item, stroke })
    },
    showCaption: (at, text) => surface().setCaption(at, text),
    wand: wandFor(place),
    waitFor: (rest) => place.editor.waitFor(rest),
    brushSize: () => place.brushSize.get(),
    control: (kind, region) => {
      const maker = makerOf(annotation, object.name, kind, region)
      return maker?.node.attrs ?? {}
    },
    shapeOf(id) {
      const region = desk.region(id)
      if (region) storedAt(region.shape, region.outer)
      return region?.shape
    },
    kindOf: (id) => desk.region(id)?.kind,
    canChange: (id) => !desk.isOutOfReach(id) && shapeKind(desk.region(id)?.kind ?? '') !== undefined,
    get selection() {
      return selection.get()
    },
    select: (ids) => desk.choose(ids),
    begin: (name) => desk.begin(name),
    setShape(id, shape) {
      // A mask is written at the size of the picture, whatever it was stored at.
      const { width, height } = surface().picture
      const painted = shapeKind(desk.region(id)?.kind ?? '')?.mask !== undefined
      desk.setShape(id, shape, painted ? { original_width: width, original_height: height } : undefined)
    },
    create(kind, shape, negative = false) {
      const { width, height } = surface().picture
      const meant: JsonObject = prompts && kind === 'keypoint' ? { is_positive: !negative } : {}
      const made = desk.create({
        target: object.name,
        kind,
        shape,
        outer: {
          original_width: width,
          original_height: height,
          image_rotation: surface().view.get().rotation,
          ...meant,
        },
        ...(object.pages ? { itemIndex: page } : {}),
      })
      if ('id' in made) {
        if (!prompts) surface().hold(made.id)
        return made.id
      }
      editor.refuse(made.refused)
      return undefined
    },
    refuse: (code) => editor.refuse({ code }),
    remove: (id) => void desk.remove([id]),
    commit(drawn) {
      desk.commit()
      surface().hold(undefined)
      if (drawn !== undefined && !prompts) editor.finished(drawn)
    },
    bail() {
      const it = surface()
      it.setBand(undefined)
      it.setGhost(undefined)
      it.setStroke(undefined)
      it.setCaption({ x: 0, y: 0 }, undefined)
      it.hold(undefined)
      desk.bail()
    },
  }
}

function wandFor({ annotation, editor, object, grow }: StagePlace): WandHand | undefined {
  const control = annotation.makers(object.name, 'mask').find((it) => it.tag === 'MagicWand')
  if (!control) return undefined
  const { blurradius, defaultthreshold } = (control.node as TagNode<'MagicWand'>).attrs
  return {
    tolerance: defaultthreshold,
    async grow(from, tolerance) {
      try {
        return await grow(from, tolerance, blurradius)
      } catch (error) {
        if (!(error instanceof UnreadablePicture)) throw error
        editor.refuse({ code: 'unreadable-picture' })
        return undefined
      }
    },
  }
}
