/**
 * What the annotator is doing right now: never saved, never undone, gone with the tab. Only the selection is put back by
 * undo, by id (`selectionOf`).
 */

import type { Companion } from './history'
import { Atom, IdSet, type Readable, type Unsubscribe } from './reactive'
import type { RegionId } from './records'
import { type Store, touched } from './store'

export interface Session {
  readonly selection: IdSet
  readonly hover: Atom<RegionId | undefined>
  /** Regions hidden by hand. */
  readonly hidden: IdSet
  /** What the list is searched for; empty: it is not. */
  readonly filter: Atom<string>
  /** Regions that are not what is searched for: surfaces leave them out. */
  readonly filteredOut: IdSet
  /** Rows of the list whose content is folded away: regions, or keys of groups. */
  readonly folded: IdSet
  /** Regions locked by hand; `readonly` of a region is the stored form. */
  readonly locked: IdSet
  /** Per control, the labels the next region gets. */
  readonly activeLabels: Atom<ReadonlyMap<string, readonly string[]>>
  readonly tool: Atom<string | undefined>
  /** Per object, the page on screen (0-based). */
  readonly page: Atom<ReadonlyMap<string, number>>
  /** The region from which a relation is being drawn. */
  readonly relating: Atom<RegionId | undefined>
  /** The relation that is selected: only while no region is. */
  readonly relation: Atom<string | undefined>
  readonly relationHover: Atom<string | undefined>
  /** Relations hidden by hand. */
  readonly hiddenRelations: IdSet
  /** Regions that stand out: selected, pointed at, or an end of a relation that is. */
  readonly emphasis: Readable<ReadonlySet<RegionId>>
}

export function createSession(store: Store): Session {
  const selection = new IdSet()
  const hover = new Atom<RegionId | undefined>(undefined)
  const relating = new Atom<RegionId | undefined>(undefined)
  const relation = new Atom<string | undefined>(undefined)
  const relationHover = new Atom<string | undefined>(undefined)
  const session: Session = {
    selection,
    hover,
    hidden: new IdSet(),
    filter: new Atom(''),
    filteredOut: new IdSet(),
    folded: new IdSet(),
    locked: new IdSet(),
    activeLabels: new Atom<ReadonlyMap<string, readonly string[]>>(new Map()),
    tool: new Atom<string | undefined>(undefined),
    page: new Atom<ReadonlyMap<string, number>>(new Map()),
    relating,
    relation,
    relationHover,
    hiddenRelations: new IdSet(),
    emphasis: emphasisOf(store, selection, [hover, relating], [relation, relationHover]),
  }
  selection.subscribe(() => {
    if (selection.size > 0) relation.set(undefined)
  })
  store.subscribe((diff) => {
    if (diff.removed.size === 0) return
    const gone = [...diff.removed.keys()]
    const { hidden, filteredOut, folded, locked, hiddenRelations } = session
    for (const ids of [selection, hidden, filteredOut, folded, locked, hiddenRelations]) ids.remove(...gone)
    for (const one of [hover, relating, relation, relationHover]) {
      const id = one.get()
      if (id !== undefined && diff.removed.has(id)) one.set(undefined)
    }
  })
  return session
}

function emphasisOf(
  store: Store,
  selection: IdSet,
  regions: readonly Atom<RegionId | undefined>[],
  relations: readonly Atom<string | undefined>[],
): Readable<ReadonlySet<RegionId>> {
  const ids = new IdSet()
  const follow = (): void => {
    const all = new Set(selection.get())
    for (const { get } of regions) all.add(get() ?? '')
    for (const { get } of relations) {
      const record = store.get(get() ?? '')
      if (record?.record === 'relation') all.add(record.from).add(record.to)
    }
    all.delete('')
    ids.set(all)
  }
  for (const source of [selection, ...regions, ...relations]) source.subscribe(follow)
  return ids
}

/** Selects a relation, and no region any more. */
export function selectRelation(session: Session, id: string | undefined): void {
  if (id !== undefined) session.selection.clear()
  session.relation.set(id)
}

export function setActiveLabels(session: Session, control: string, labels: readonly string[]): void {
  const next = new Map(session.activeLabels.get())
  if (labels.length > 0) next.set(control, labels)
  else next.delete(control)
  session.activeLabels.set(next)
}

export const pageOf = (session: Session, object: string): number => session.page.get().get(object) ?? 0

export function setPage(session: Session, object: string, page: number): void {
  if (pageOf(session, object) !== page) session.page.set(new Map(session.page.get()).set(object, page))
}

/** Whether surfaces draw a region: it is neither hidden nor searched past. */
export const isDrawn = ({ hidden, filteredOut }: Session, id: RegionId): boolean =>
  !hidden.has(id) && !filteredOut.has(id)

/** Calls when another region is drawn or not. */
export function followDrawn({ hidden, filteredOut }: Session, listener: () => void): Unsubscribe {
  const releases = [hidden.subscribe(listener), filteredOut.subscribe(listener)]
  return () => {
    for (const release of releases) release()
  }
}

/** Hears of every region that comes, goes or changes, or whose answers do. */
export function followRegions(store: Store, listener: (id: RegionId) => void): Unsubscribe {
  return store.subscribe((diff) => {
    const ids = new Set<RegionId>()
    for (const id of touched(diff)) {
      const record = diff.removed.get(id) ?? store.get(id)
      if (record?.record === 'region') ids.add(id)
      else if (record?.record === 'answer' && record.region !== undefined) ids.add(record.region)
    }
    for (const id of ids) listener(id)
  })
}

/** Lets undo put the selection back, as far as the regions exist again. */
export const selectionOf = (session: Session, store: Store): Companion<ReadonlySet<RegionId>> => ({
  get: session.selection.get,
  restore: (ids) => session.selection.set([...ids].filter((id) => store.has(id))),
})
