/** What tools may do to the picture of a controller. */

import { shapeKind } from '../../media/image/shapes'
import { boxOf } from '../../media/image/viewport'
import type { Point, RegionId } from '../../model'
import type { Stage } from '../../tools'
import type { ImageController } from './controller'

export function stageFor(controller: ImageController): Stage {
  const { annotation, editor, object, page } = controller.options
  const surface = (): ImageController['surface'] => controller.surface
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
