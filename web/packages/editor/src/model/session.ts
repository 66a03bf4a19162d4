/**
 * What the annotator is doing right now: never saved, never undone, gone with the tab. Only the selection is put back by
 * undo, by id (`selectionOf`).
 */

import type { Companion } from './history'
import { Atom, IdSet } from './reactive'
import type { RegionId } from './records'
import type { Store } from './store'

export interface Session {
  readonly selection: IdSet
  readonly hover: Atom<RegionId | undefined>
  /** Regions hidden by hand. */
  readonly hidden: IdSet
  /** Regions locked by hand; `readonly` of a region is the stored form. */
  readonly locked: IdSet
  /** Per control, the labels the next region gets. */
  readonly activeLabels: Atom<ReadonlyMap<string, readonly string[]>>
  readonly tool: Atom<string | undefined>
  /** Per object, the page on screen (0-based). */
  readonly page: Atom<ReadonlyMap<string, number>>
  /** The region from which a relation is being drawn. */
  readonly relating: Atom<RegionId | undefined>
}

export function createSession(store: Store): Session {
  const session: Session = {
    selection: new IdSet(),
    hover: new Atom<RegionId | undefined>(undefined),
    hidden: new IdSet(),
    locked: new IdSet(),
    activeLabels: new Atom<ReadonlyMap<string, readonly string[]>>(new Map()),
    tool: new Atom<string | undefined>(undefined),
    page: new Atom<ReadonlyMap<string, number>>(new Map()),
    relating: new Atom<RegionId | undefined>(undefined),
  }
  store.subscribe((diff) => {
    if (diff.removed.size === 0) return
    const gone = [...diff.removed.keys()]
    for (const ids of [session.selection, session.hidden, session.locked]) ids.remove(...gone)
    for (const one of [session.hover, session.relating]) {
      const id = one.get()
      if (id !== undefined && diff.removed.has(id)) one.set(undefined)
    }
  })
  return session
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

/** Lets undo put the selection back, as far as the regions exist again. */
export const selectionOf = (session: Session, store: Store): Companion<ReadonlySet<RegionId>> => ({
  get: session.selection.get,
  restore: (ids) => session.selection.set([...ids].filter((id) => store.has(id))),
})
