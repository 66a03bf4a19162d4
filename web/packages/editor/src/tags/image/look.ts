/** How a region is drawn: in the colour of its label, else as its control says. */

import type { Annotation } from '../../core/annotation'
import type { Look } from '../../media/image/scene'
import type { Region } from '../../model'

const text = (value: unknown, fallback: string): string => (typeof value === 'string' ? value : fallback)
const amount = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback)

export function lookOf(annotation: Annotation, region: Region): { readonly look: Look; readonly rotatable: boolean } {
  const maker = annotation.makers(region.target, region.kind)[0]
  const attrs = maker?.node.attrs ?? {}
  const colour = annotation.document.colourOf(region.id)
  const look: Look = {
    stroke: colour ?? text(attrs.strokeColor, '#f48a42'),
    fill: colour ?? text(attrs.fillColor, '#f48a42'),
    fillOpacity: amount(attrs.fillOpacity, amount(attrs.opacity, 0.2)),
    // The documented default of one pixel is too thin on today's screens.
    strokeWidth: Math.max(1.5, amount(attrs.strokeWidth, 1)),
    dashed: region.origin !== 'manual' && annotation.readOnly,
  }
  return { look, rotatable: attrs.canRotate !== false }
}
