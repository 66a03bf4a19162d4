/** What tools that paint have in common: they go on with the selected mask, or make one that is selected then. */

import type { Spans } from '../media/image/masks/runs'
import { shapeKind } from '../media/image/shapes'
import type { RegionId } from '../model'
import type { Stage } from './tool'

/** The selected region, when it is one of these kinds and may be changed. */
export function selectedMask(stage: Stage, kinds: readonly string[]): RegionId | undefined {
  const [id] = stage.selection
  if (id === undefined || stage.selection.size !== 1 || !stage.canChange(id)) return undefined
  return kinds.includes(stage.kindOf(id) ?? '') ? id : undefined
}

export interface Painting {
  readonly kind: string
  readonly spans: Spans
  readonly erases: boolean
  /** The mask that it goes on to; without one it makes a region. */
  readonly region: RegionId | undefined
}

export function paint(stage: Stage, { kind, spans, erases, region }: Painting): void {
  const before = region === undefined ? undefined : stage.shapeOf(region)
  const shape = shapeKind(kind)?.paint?.(before, stage.picture, spans, erases)
  if (!shape) return
  stage.begin(erases ? 'erase' : 'draw')
  if (region !== undefined) {
    stage.setShape(region, shape)
    stage.commit()
    return
  }
  const made = stage.create(kind, shape)
  if (made === undefined) {
    stage.bail()
    return
  }
  stage.commit(made)
  stage.select([made])
}
