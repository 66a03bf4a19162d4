/** How a region is drawn: in the colour of its label, else as its control says. */

import type { Annotation } from '../../core/annotation'
import type { Look, SceneItem } from '../../media/image/scene'
import { shapeKind } from '../../media/image/shapes'
import { type Control, flatten, givenOf, type LabelDocument, type Region, type RegionId } from '../../model'

const text = (value: unknown, fallback: string): string => (typeof value === 'string' ? value : fallback)
const amount = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback)

/** Radius in screen pixels of each `pointSize`. */
const POINTS: Readonly<Record<string, number>> = { small: 3.5, medium: 5, large: 7 }
/** Painted regions have no outline that would show them: their fill has to. */
const OPACITY: Readonly<Record<string, number>> = { mask: 0.5, bitmask: 0.5 }

/** The control that made a region, or would make the next one: of several the one that speaks of it. */
export function makerOf(
  annotation: Annotation,
  target: string,
  kind: string,
  region?: RegionId,
  document: LabelDocument = annotation.document,
): Control | undefined {
  const makers = annotation.makers(target, kind)
  if (region === undefined) {
    const active = annotation.session.activeLabels.get()
    return makers.find((it) => active.has(it.name)) ?? makers[0]
  }
  return makers.find((it) => document.answer(it.name, { region, target }) !== undefined) ?? makers[0]
}

/** The size in pixels, where the config gives one, is more exact than the word. */
function pointsOf(maker: Control | undefined): Pick<Look, 'pointRadius'> {
  if (!maker) return {}
  const { pointSize, pointSizeEnabled } = maker.node.attrs
  if (givenOf(maker.node, 'pointSizeEnabled') !== undefined && typeof pointSizeEnabled === 'number') {
    return { pointRadius: Math.max(1, pointSizeEnabled) }
  }
  return typeof pointSize === 'string' ? { pointRadius: POINTS[pointSize] ?? 3.5 } : {}
}

/** Below this nobody would find a path again. */
const FAINTEST = 0.1

/** The opacity of a path is that of its line; the documented default of 0.2 would hide most of them. */
function lineOf(maker: Control | undefined): Pick<Look, 'strokeOpacity'> {
  const opacity = maker?.node.attrs.opacity
  if (!maker || givenOf(maker.node, 'opacity') === undefined || typeof opacity !== 'number') return {}
  return { strokeOpacity: Math.max(FAINTEST, opacity) }
}

function lookFrom(maker: Control | undefined, kind: string, colour: string | undefined): Look {
  const attrs = maker?.node.attrs ?? {}
  return {
    stroke: colour ?? text(attrs.strokeColor, '#f48a42'),
    fill: colour ?? text(attrs.fillColor, '#f48a42'),
    fillOpacity: amount(attrs.fillOpacity, kind === 'vector' ? 0.2 : amount(attrs.opacity, OPACITY[kind] ?? 0.2)),
    ...(kind === 'vector' ? lineOf(maker) : {}),
    // The documented default of one pixel is too thin on today's screens.
    strokeWidth: Math.max(1.5, amount(attrs.strokeWidth, 1)),
    ...pointsOf(maker),
    ...(attrs.pointStyle === 'rectangle' ? { squarePoints: true } : {}),
  }
}

/** `document` holds the region where that is not the annotation's own. */
export function lookOf(
  annotation: Annotation,
  region: Region,
  document?: LabelDocument,
): { readonly look: Look; readonly rotatable: boolean } {
  const maker = makerOf(annotation, region.target, region.kind, region.id, document)
  const look = lookFrom(maker, region.kind, (document ?? annotation).colourOf(region.id))
  const dashed = region.origin !== 'manual' && annotation.readOnly
  return { look: dashed ? { ...look, dashed } : look, rotatable: maker?.node.attrs.canRotate !== false }
}

/** What is drawn of a region; undefined for one of a kind that is not drawn. */
export function sceneItem(annotation: Annotation, region: Region): SceneItem | undefined {
  const kind = shapeKind(region.kind)
  if (!kind) return undefined
  const titles = annotation.document.labelsOf(region.id).map(({ title }) => title)
  const { id, shape } = region
  return { id, kind, shape, ...lookOf(annotation, region), text: titles.join(', '), fixed: annotation.isLocked(id) }
}

/** How the next region of a kind will look, with the labels that are active now. */
export function lookOfNext(annotation: Annotation, target: string, kind: string): Look {
  for (const [name, labels] of annotation.session.activeLabels.get()) {
    const control = annotation.config.controls.get(name)
    if (!control?.targets.includes(target)) continue
    const option = [...flatten(control.options)].find((it) => labels.includes(it.stored))
    if (option) return lookFrom(makerOf(annotation, target, kind), kind, option.colour)
  }
  return lookFrom(makerOf(annotation, target, kind), kind, undefined)
}
