/**
 * Where the panels are: in stacks along the edges of the screen, or floating over it. A plain value, changed by pure
 * functions; a stack is named by any panel in it. Nothing here knows which panels there are: `settle` is told.
 */

export type PanelId = string

export const EDGES = ['left', 'right', 'bottom'] as const
export type Edge = (typeof EDGES)[number]

export interface Stack {
  readonly panels: readonly PanelId[]
  /** Its part of the dock's length, in proportion to those of its neighbours. */
  readonly share: number
  /** Only its tabs are to be seen. */
  readonly folded: boolean
}

export interface Dock {
  readonly size: number
  /** A rail of icons stands in for it. */
  readonly closed: boolean
  readonly stacks: readonly Stack[]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Float extends Stack {
  readonly box: Box
}

export interface Layout {
  readonly docks: Readonly<Record<Edge, Dock>>
  readonly floats: readonly Float[]
  /** Panels as they came forward, the newest first: of a stack the first of them is in front, and so it is of floats. */
  readonly front: readonly PanelId[]
}

/** Where a panel stands when nobody has moved it: panels of one row share a stack. */
export interface Home {
  readonly edge: Edge
  readonly row: number
}

/** Where panels can be put. */
export type Spot =
  | { readonly at: 'stack'; readonly of: PanelId; readonly before?: PanelId }
  /** A stack of its own, before that of another panel or last. */
  | { readonly at: Edge; readonly before?: PanelId }
  | { readonly at: 'float'; readonly box: Box }

/** Pixels: across for the sides, high for the bottom. */
export const SIZES: Readonly<Record<Edge, { readonly least: number; readonly first: number; readonly most: number }>> =
  {
    left: { least: 220, first: 280, most: 640 },
    right: { least: 220, first: 300, most: 640 },
    bottom: { least: 120, first: 220, most: 700 },
  }
export const LEAST_FLOAT = { width: 240, height: 140 }

const emptyDock = (edge: Edge): Dock => ({ size: SIZES[edge].first, closed: false, stacks: [] })

export const NO_LAYOUT: Layout = {
  docks: { left: emptyDock('left'), right: emptyDock('right'), bottom: emptyDock('bottom') },
  floats: [],
  front: [],
}

// ── reading

export const allStacks = ({ docks, floats }: Layout): readonly Stack[] => [
  ...EDGES.flatMap((edge) => docks[edge].stacks),
  ...floats,
]

export const stackOf = (layout: Layout, panel: PanelId): Stack | undefined =>
  allStacks(layout).find((stack) => stack.panels.includes(panel))

/** The edge at which a panel is docked; undefined for one that floats. */
export const edgeOf = (layout: Layout, panel: PanelId): Edge | undefined =>
  EDGES.find((edge) => layout.docks[edge].stacks.some((stack) => stack.panels.includes(panel)))

/** Of these panels, the one that came forward last. */
export const inFront = (layout: Layout, panels: readonly PanelId[]): PanelId | undefined =>
  layout.front.find((id) => panels.includes(id)) ?? panels[0]

// ── changing

const clamp = (value: number, least: number, most: number): number => Math.round(Math.max(least, Math.min(most, value)))

const withDock = (layout: Layout, edge: Edge, change: Partial<Dock>): Layout => ({
  ...layout,
  docks: { ...layout.docks, [edge]: { ...layout.docks[edge], ...change } },
})

/** Replaces every stack by what `change` makes of it; undefined, or one without panels, goes. */
function mapStacks(layout: Layout, change: <S extends Stack>(stack: S) => S): Layout {
  const map = <S extends Stack>(stacks: readonly S[]): S[] =>
    stacks.map(change).filter(({ panels }) => panels.length > 0)
  const { left, right, bottom } = layout.docks
  const inDock = (dock: Dock): Dock => ({ ...dock, stacks: map(dock.stacks) })
  return {
    ...layout,
    docks: { left: inDock(left), right: inDock(right), bottom: inDock(bottom) },
    floats: map(layout.floats),
  }
}

const changeStack = (layout: Layout, panel: PanelId, change: <S extends Stack>(stack: S) => S): Layout =>
  mapStacks(layout, (stack) => (stack.panels.includes(panel) ? change(stack) : stack))

const bringForward = (layout: Layout, panel: PanelId): Layout => ({
  ...layout,
  front: [panel, ...layout.front.filter((id) => id !== panel)],
})

/** Brings a panel into view: to the front of its stack, unfolded, its edge opened. */
export function show(layout: Layout, panel: PanelId): Layout {
  const edge = edgeOf(layout, panel)
  const open = edge ? withDock(layout, edge, { closed: false }) : layout
  return bringForward(
    changeStack(open, panel, (stack) => ({ ...stack, folded: false })),
    panel,
  )
}

export const fold = (layout: Layout, panel: PanelId, folded: boolean): Layout =>
  changeStack(layout, panel, (stack) => ({ ...stack, folded }))

export const close = (layout: Layout, edge: Edge, closed: boolean): Layout => withDock(layout, edge, { closed })

export const resizeDock = (layout: Layout, edge: Edge, size: number): Layout =>
  withDock(layout, edge, { size: clamp(size, SIZES[edge].least, SIZES[edge].most) })

/** Gives two neighbours their parts of what they have together: `part` of it goes to the first. */
export function divide(layout: Layout, first: PanelId, second: PanelId, part: number): Layout {
  const sum = (stackOf(layout, first)?.share ?? 1) + (stackOf(layout, second)?.share ?? 1)
  const share = sum * Math.max(0.1, Math.min(0.9, part))
  const one = changeStack(layout, first, (stack) => ({ ...stack, share }))
  return changeStack(one, second, (stack) => ({ ...stack, share: sum - share }))
}

/** Moves or resizes the floating stack of a panel. */
export const place = (layout: Layout, panel: PanelId, box: Box): Layout => ({
  ...layout,
  floats: layout.floats.map((float) => (float.panels.includes(panel) ? { ...float, box: atLeast(box) } : float)),
})

const atLeast = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(Math.max(LEAST_FLOAT.width, width)),
  height: Math.round(Math.max(LEAST_FLOAT.height, height)),
})

/** Puts panels somewhere else, together; the first of them comes forward. */
export function move(layout: Layout, panels: readonly PanelId[], spot: Spot): Layout {
  const [first] = panels
  if (first === undefined) return layout
  const moved = spot.at === 'stack' ? join(layout, panels, spot) : own(layout, panels, spot)
  return show(moved, first)
}

function join(layout: Layout, panels: readonly PanelId[], { of, before }: Extract<Spot, { at: 'stack' }>): Layout {
  const target = stackOf(layout, of)
  if (!target) return layout
  const rest = without(target.panels, panels)
  const at = before === undefined ? rest.length : rest.indexOf(before)
  const joined = rest.toSpliced(at < 0 ? rest.length : at, 0, ...panels)
  return mapStacks(layout, (stack) =>
    stack.panels === target.panels ? { ...stack, panels: joined } : { ...stack, panels: without(stack.panels, panels) },
  )
}

function own(layout: Layout, panels: readonly PanelId[], spot: Exclude<Spot, { at: 'stack' }>): Layout {
  const stack: Stack = { panels, share: 1, folded: false }
  const rest = mapStacks(layout, (it) => ({ ...it, panels: without(it.panels, panels) }))
  if (spot.at === 'float') return { ...rest, floats: [...rest.floats, { ...stack, box: atLeast(spot.box) }] }
  const { stacks } = layout.docks[spot.at]
  const next = stacks.findIndex((it) => spot.before !== undefined && it.panels.includes(spot.before))
  const staying = stacks.slice(0, next < 0 ? stacks.length : next).filter((it) => without(it.panels, panels).length > 0)
  return withDock(rest, spot.at, { stacks: rest.docks[spot.at].stacks.toSpliced(staying.length, 0, stack) })
}

const without = (panels: readonly PanelId[], gone: readonly PanelId[]): PanelId[] =>
  panels.filter((id) => !gone.includes(id))

/** Puts all that is docked at one edge, in the order in which it was. */
export function gather(layout: Layout, to: Edge): Layout {
  const stacks = EDGES.flatMap((edge) => layout.docks[edge].stacks)
  const emptied = EDGES.reduce((rest, edge) => withDock(rest, edge, { stacks: [] }), layout)
  return withDock(emptied, to, { stacks, closed: false })
}

/** Moves a tab among those of its stack. */
export function shift(layout: Layout, panel: PanelId, by: 1 | -1): Layout {
  return changeStack(layout, panel, (stack) => {
    const from = stack.panels.indexOf(panel)
    const to = Math.max(0, Math.min(stack.panels.length - 1, from + by))
    return { ...stack, panels: stack.panels.toSpliced(from, 1).toSpliced(to, 0, panel) }
  })
}

// ── what there is, and what room there is

/** Every panel there is, once: those nobody has moved at home, those that are no more gone. */
export function settle(layout: Layout, homes: ReadonlyMap<PanelId, Home>): Layout {
  const seen = new Set<PanelId>()
  const known = mapStacks(layout, (stack) => ({
    ...stack,
    panels: stack.panels.filter((id) => homes.has(id) && !seen.has(id) && seen.add(id)),
  }))
  let settled = known
  for (const [id, home] of homes) if (!seen.has(id)) settled = moveHome(settled, id, home, homes)
  return settled
}

function moveHome(layout: Layout, panel: PanelId, home: Home, homes: ReadonlyMap<PanelId, Home>): Layout {
  const { stacks } = layout.docks[home.edge]
  const rowOf = (id: PanelId): number | undefined => {
    const its = homes.get(id)
    return its?.edge === home.edge ? its.row : undefined
  }
  const mates = stacks.find((stack) => stack.panels.some((id) => rowOf(id) === home.row))
  if (mates) {
    const panels = [...mates.panels, panel]
    return mapStacks(layout, (stack) => (stack === mates ? { ...stack, panels } : stack))
  }
  const after = stacks.findIndex((stack) => stack.panels.some((id) => (rowOf(id) ?? -1) > home.row))
  const stack: Stack = { panels: [panel], share: 1, folded: false }
  return withDock(layout, home.edge, { stacks: stacks.toSpliced(after < 0 ? stacks.length : after, 0, stack) })
}

/** On a narrow screen both sides are one. */
export function narrowed(layout: Layout): Layout {
  const { left, right } = layout.docks
  return {
    ...layout,
    docks: {
      ...layout.docks,
      left: { ...left, stacks: [] },
      right: { ...right, stacks: [...left.stacks, ...right.stacks] },
    },
  }
}

// ── what was stored

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const numberOr = (value: unknown, other: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : other
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const namesIn = (value: unknown): string[] => listOf(value).filter((it) => typeof it === 'string')

/** Reads what a browser has kept, perhaps of another version: what makes no sense is as if it had not been said. */
export function readLayout(stored: unknown): Layout {
  if (!isRecord(stored)) return NO_LAYOUT
  const docks = isRecord(stored.docks) ? stored.docks : {}
  return {
    docks: { left: readDock(docks, 'left'), right: readDock(docks, 'right'), bottom: readDock(docks, 'bottom') },
    floats: listOf(stored.floats).flatMap((it) => {
      const stack = readStack(it)
      return stack && isRecord(it) ? [{ ...stack, box: readBox(it.box) }] : []
    }),
    front: namesIn(stored.front),
  }
}

function readDock(docks: Record<string, unknown>, edge: Edge): Dock {
  const { [edge]: stored } = docks
  if (!isRecord(stored)) return emptyDock(edge)
  const { least, first, most } = SIZES[edge]
  return {
    size: clamp(numberOr(stored.size, first), least, most),
    closed: stored.closed === true,
    stacks: listOf(stored.stacks).flatMap((it) => readStack(it) ?? []),
  }
}

function readStack(stored: unknown): Stack | undefined {
  if (!isRecord(stored)) return undefined
  const panels = namesIn(stored.panels)
  if (panels.length === 0) return undefined
  return { panels, share: Math.max(0.05, numberOr(stored.share, 1)), folded: stored.folded === true }
}

function readBox(stored: unknown): Box {
  const { x, y, width, height } = isRecord(stored) ? stored : {}
  return atLeast({ x: numberOr(x, 80), y: numberOr(y, 80), width: numberOr(width, 0), height: numberOr(height, 0) })
}
