/** Media of the same name that stand side by side show the same part: zoom one, and all are zoomed. */

import { createContext, useContext, useEffect } from 'react'
import type { Atom } from '../model'

export class SharedViews {
  private readonly groups = new Map<string, Set<Atom<unknown>>>()
  private following = false

  /** `view` follows all others of this name from now on, and leads them. */
  join<T>(name: string, view: Atom<T>): () => void {
    const group = this.groups.get(name) ?? new Set()
    this.groups.set(name, group)
    const [first] = group
    if (first) view.set(first.get() as T)
    group.add(view as Atom<unknown>)
    const stop = view.subscribe(() => this.lead(group, view as Atom<unknown>))
    return () => {
      stop()
      group.delete(view as Atom<unknown>)
    }
  }

  private lead(group: ReadonlySet<Atom<unknown>>, view: Atom<unknown>): void {
    if (this.following) return
    this.following = true
    for (const other of group) if (other !== view) other.set(view.get())
    this.following = false
  }
}

export const SharedViewsContext = createContext<SharedViews | undefined>(undefined)

/** Lets a view be shared with those beside it, where there are any. */
export function useSharedView<T>(name: string, view: Atom<T> | undefined): void {
  const shared = useContext(SharedViewsContext)
  useEffect(() => (view ? shared?.join(name, view) : undefined), [shared, name, view])
}
