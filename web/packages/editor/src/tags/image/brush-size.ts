/** How large the brush is, in natural pixels of the picture. */

import type { Annotation } from '../../core/annotation'

export const LEAST_BRUSH = 1
export const MOST_BRUSH = 1000
const DEFAULT = 15

/** What the config says, from the first control that paints. */
export function firstBrushSize(annotation: Annotation, target: string): number {
  const painters = ['mask', 'bitmask'].flatMap((kind) => annotation.makers(target, kind))
  const given = painters.map(({ node }) => node.attrs.strokeWidth).find((it) => typeof it === 'number' && it > 0)
  return typeof given === 'number' ? given : DEFAULT
}

/** The next size up or down: by single pixels for a fine brush, by a fifth for a broad one. */
export function brushSizeAfter(size: number, by: 1 | -1): number {
  const step = Math.max(1, Math.round(size / 5))
  return Math.min(MOST_BRUSH, Math.max(LEAST_BRUSH, size + by * step))
}
