/** Fills what the selected mask encloses at the place that is clicked. */

import { holeAt } from '../media/image/masks/holes'
import { shapeKind } from '../media/image/shapes'
import { paint, selectedMask } from './mask'
import { tool } from './tool'

const KINDS = ['mask', 'bitmask']

export const fill = tool('fill', 'crosshair', {
  idle: {
    pointerDown({ stage }, { at }) {
      const region = selectedMask(stage, KINDS)
      const shape = region === undefined ? undefined : stage.shapeOf(region)
      if (region === undefined || !shape) return
      const kind = stage.kindOf(region) ?? ''
      const mask = shapeKind(kind)?.mask?.(shape, stage.picture)
      const spans = mask && holeAt(mask, at.x, at.y)
      if (spans) paint(stage, { kind, spans, erases: false, region })
      else stage.refuse('open-area')
    },
  },
})
