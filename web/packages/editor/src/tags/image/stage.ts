/** What tools may do to one picture and its regions. */

import type { Annotation } from '../../core/annotation'
import type { TaskEditor } from '../../core/task-editor'
import type { Scene, SceneItem } from '../../media/image/scene'
import { shapeKind } from '../../media/image/shapes'
import { boxOf, type Size, type Viewport } from '../../media/image/viewport'
import type { ObjectTag, Point, Readable, RegionId } from '../../model'
import type { Stage } from '../../tools'

/** What a stage needs of the surface: the one on the page, or the harness's without a page. */
export interface StageSurface {
  readonly picture: Size
  readonly view: Readable<Viewport>
  readonly scene: Scene
  hit: (at: Point) => SceneItem | undefined
  setBand: (band: readonly [Point, Point] | undefined) => void
  panBy: (delta: Point) => void
}

export interface StagePlace {
  readonly editor: TaskEditor
  readonly annotation: Annotation
  readonly object: ObjectTag
  readonly page: number
}

export function stageFor({ annotation, editor, object, page }: StagePlace, surface: () => StageSurface): Stage {
  return {
    get picture() {
      return surface().picture
    },
    scale: () => surface().view.get().scale,
    panBy: (by) => surface().panBy(by),
    hit: (at) => surface().hit(at)?.id,
    touching: (a: Point, b: Point): RegionId[] =>
      surface()
        .scene.in(boxOf([a, b]))
        .map((item) => item.id),
    showBand: (band) => surface().setBand(band),
    shapeOf: (id) => annotation.region(id)?.shape,
    kindOf: (id) => annotation.region(id)?.kind,
    canChange: (id) => !annotation.isLocked(id) && shapeKind(annotation.region(id)?.kind ?? '') !== undefined,
    get selection() {
      return annotation.session.selection.get()
    },
    select: (ids) => annotation.choose(ids),
    begin: (name) => annotation.begin(name),
    setShape: (id, shape) => annotation.setShape(id, shape),
    create(kind, shape) {
      const { width, height } = surface().picture
      const made = annotation.create({
        target: object.name,
        kind,
        shape,
        outer: { original_width: width, original_height: height, image_rotation: surface().view.get().rotation },
        ...(object.pages ? { itemIndex: page } : {}),
      })
      if ('id' in made) return made.id
      editor.refuse(made.refused)
      return undefined
    },
    remove: (id) => void annotation.remove([id]),
    commit(drawn) {
      annotation.commit()
      if (drawn !== undefined) editor.finished(drawn)
    },
    bail: () => annotation.bail(),
  }
}
