/** A point where the pointer goes down; dragging before letting go puts it right. */

import { keypointAt } from '../media/image/shapes'
import type { JsonObject, Point } from '../model'
import { placed, type Stage, tool } from './tool'

/** Across, in natural pixels, when the control gives no `strokeWidth`. */
const SIZE = 2

function shapeAt(stage: Stage, at: Point): JsonObject {
  const { strokeWidth } = stage.control('keypoint')
  const size = typeof strokeWidth === 'number' ? strokeWidth : SIZE
  return keypointAt(placed(stage, 'keypoint', at), size, stage.picture)
}

export const drawKeypoint = tool('keypoint', 'crosshair', {
  idle: {
    pointerDown({ stage, memory, go }, input) {
      stage.begin('draw')
      const region = stage.create('keypoint', shapeAt(stage, input.at), input.alt)
      if (region === undefined) {
        stage.bail()
        return
      }
      memory.region = region
      go('placing')
    },
  },
  placing: {
    pointerMove({ stage, memory }, input) {
      if (memory.region !== undefined) stage.setShape(memory.region, shapeAt(stage, input.at))
    },
    pointerUp({ stage, memory, go }) {
      stage.commit(memory.region)
      go('idle')
    },
  },
})
