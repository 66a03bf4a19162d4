/** Where panels that are dragged would land. Boxes are in pixels of the panels' area. */

import { type Box, EDGES, type Edge, type PanelId, type Spot } from '../../core/layout'

export interface Target {
  /** Those of its panels that are shown, in the order of their tabs. */
  readonly panels: readonly PanelId[]
  /** None: it floats. */
  readonly edge: Edge | undefined
  readonly box: Box
  readonly bar: Box
  readonly tabs: readonly Box[]
}

export interface Drop {
  readonly spot: Spot
  /** What to mark meanwhile. */
  readonly hint: Box
}

interface Where {
  readonly at: { readonly x: number; readonly y: number }
  readonly area: { readonly width: number; readonly height: number }
  /** Docks in their order; of what floats the uppermost first. */
  readonly targets: readonly Target[]
  readonly dragged: readonly PanelId[]
}

/** How near to an edge of the area docks there. */
const NEAR = 56
/** The part of a stack, from either end, that means "beside it". */
const BESIDE = 0.25
const FLOAT = { width: 320, height: 360 }

/** Undefined where nothing would change. */
export function dropAt(where: Where): Drop | undefined {
  const { at, area, targets } = where
  const over = [...targets]
    .sort((a, b) => Number(a.edge !== undefined) - Number(b.edge !== undefined))
    .find((target) => isIn(at, target.box))
  if (over) return onTarget(where, over)
  const edge = EDGES.find((one) => isNear(one, at, area))
  if (edge) return { spot: { at: edge }, hint: along(edge, where) }
  const hint = { ...FLOAT, x: Math.max(0, at.x - 48), y: Math.max(0, at.y - 18) }
  return { spot: { at: 'float', box: hint }, hint }
}

function onTarget({ at, targets, dragged }: Where, target: Target): Drop | undefined {
  const { panels, edge, box } = target
  const staying = panels.filter((id) => !dragged.includes(id))
  if (isIn(at, target.bar)) return onTabs(at.x, target, staying)
  const across = edge === 'bottom'
  const part = across ? (at.x - box.x) / box.width : (at.y - box.y) / box.height
  if (edge && staying.length > 0 && (part < BESIDE || part > 1 - BESIDE)) {
    const isBefore = part < BESIDE
    const before = isBefore ? panels[0] : firstAfter(targets, target)
    const half = across ? { ...box, width: box.width / 2 } : { ...box, height: box.height / 2 }
    const hint = isBefore ? half : { ...half, x: box.x + box.width - half.width, y: box.y + box.height - half.height }
    return { spot: { at: edge, ...(before === undefined ? {} : { before }) }, hint }
  }
  const [of] = staying
  return of === undefined || staying.length < panels.length ? undefined : { spot: { at: 'stack', of }, hint: box }
}

/** Between two tabs, or behind the last. */
function onTabs(x: number, { panels, bar, tabs }: Target, staying: readonly PanelId[]): Drop | undefined {
  const [of] = staying
  if (of === undefined) return undefined
  const next = tabs.findIndex((tab) => x < tab.x + tab.width / 2)
  const before = panels.slice(next < 0 ? panels.length : next).find((id) => staying.includes(id))
  const last = tabs.at(-1)
  const edge = tabs[next]?.x ?? (last ? last.x + last.width : bar.x)
  return {
    spot: { at: 'stack', of, ...(before === undefined ? {} : { before }) },
    hint: { x: edge - 1, y: bar.y, width: 3, height: bar.height },
  }
}

function firstAfter(targets: readonly Target[], target: Target): PanelId | undefined {
  const docked = targets.filter(({ edge }) => edge === target.edge)
  return docked[docked.indexOf(target) + 1]?.panels[0]
}

const isIn = ({ x, y }: Where['at'], box: Box): boolean =>
  x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height

function isNear(edge: Edge, { x, y }: Where['at'], { width, height }: Where['area']): boolean {
  if (edge === 'left') return x < NEAR
  return edge === 'right' ? x > width - NEAR : y > height - NEAR
}

function along(edge: Edge, { area: { width, height }, targets }: Where): Box {
  if (edge === 'bottom') {
    // Between the sides.
    const x = Math.max(0, ...targets.filter((it) => it.edge === 'left').map(({ box }) => box.x + box.width))
    const end = Math.min(width, ...targets.filter((it) => it.edge === 'right').map(({ box }) => box.x))
    return { x, y: height * 0.7, width: end - x, height: height * 0.3 }
  }
  return { x: edge === 'left' ? 0 : width - 280, y: 0, width: 280, height }
}
