/** What a person does to regions, with the words for those who cannot see it happen. */

import {
  childrenIn,
  isDrawn,
  type Json,
  listOrder,
  pageOf,
  selectRelation,
  setPage,
  stepped,
  type TreePlace,
  type TreeStep,
} from '../model'
import type { TaskEditor } from './task-editor'

export class Actions {
  constructor(private readonly editor: TaskEditor) {}

  undo(): void {
    for (const surface of this.editor.surfaces.values()) if (surface.undo?.()) return
    if (this.editor.assist.suggestions.get()?.undo()) return
    if (this.editor.annotation?.undo()) this.editor.news.set({ kind: 'undone', labels: '' })
  }

  redo(): void {
    for (const surface of this.editor.surfaces.values()) if (surface.redo?.()) return
    if (this.editor.annotation?.redo()) this.editor.news.set({ kind: 'redone', labels: '' })
  }

  /** Those that may not be changed stay, and the person is told. */
  remove(ids: Iterable<string>): void {
    const asked = [...ids]
    const labels = this.editor.labelText(asked)
    const gone = this.editor.annotation?.remove(asked) ?? []
    if (gone.length > 0) this.editor.news.set({ kind: 'deleted', count: gone.length, labels })
    if (gone.length < asked.length) this.editor.refuse({ code: 'read-only' })
  }

  duplicate(ids: Iterable<string>): void {
    const copies = this.editor.annotation?.duplicate(ids) ?? []
    if (copies.length > 0)
      this.editor.news.set({ kind: 'duplicated', count: copies.length, labels: this.editor.labelText(copies) })
  }

  /** What is on the clipboard after copying: the items of the selected regions as JSON; undefined with none selected. */
  copied(): string | undefined {
    const { annotation } = this.editor
    const ids = annotation?.session.selection.get()
    if (!annotation || !ids || ids.size === 0) return undefined
    this.editor.news.set({ kind: 'copied', count: ids.size, labels: this.editor.labelText(ids) })
    return JSON.stringify(annotation.copy(ids))
  }

  /** Takes what `copied` gave, here or elsewhere. */
  paste(text: string): void {
    const { annotation } = this.editor
    if (!annotation) return
    const items = itemsIn(text)
    if (annotation.readOnly || !items) {
      this.editor.refuse({ code: annotation.readOnly ? 'read-only' : 'no-regions' })
      return
    }
    const { ids, problems } = annotation.paste(items)
    if (problems.length > 0) this.editor.notice.set({ kind: 'pasted', count: ids.length, problems })
    if (ids.length > 0) this.editor.news.set({ kind: 'pasted', count: ids.length, labels: this.editor.labelText(ids) })
  }

  /** Everything that is on screen: not what is hidden or on another page. */
  selectAll(): void {
    const { annotation } = this.editor
    if (!annotation) return
    const { session } = annotation
    const shown = annotation.document
      .regions()
      .filter((it) => it.itemIndex === undefined || it.itemIndex === pageOf(session, it.target))
      .filter((it) => isDrawn(session, it.id))
    session.selection.set(shown.map((it) => it.id))
    this.editor.news.set({ kind: 'selectedAll', count: shown.length, labels: '' })
  }

  toggleHidden(ids: ReadonlySet<string>): void {
    const hidden = this.editor.annotation?.session.hidden
    if (!hidden) return
    if ([...ids].every((id) => hidden.has(id))) hidden.remove(...ids)
    else hidden.add(...ids)
  }

  toggleAllHidden(): void {
    const { annotation } = this.editor
    if (!annotation) return
    const { hidden } = annotation.session
    if (hidden.size > 0) hidden.clear()
    else hidden.set(annotation.document.regionIds.get())
  }

  toggleLocked(ids: ReadonlySet<string>): void {
    const locked = this.editor.annotation?.session.locked
    if (!locked) return
    if ([...ids].every((id) => locked.has(id))) locked.remove(...ids)
    else locked.add(...ids)
  }

  /** First ends drawing, else leaves relation mode, else clears selection and labels; last, bars and panels come back. */
  escape(): void {
    if (this.editor.views.back()) return
    for (const surface of this.editor.surfaces.values()) if (surface.cancel()) return
    const session = this.editor.annotation?.session
    if (!session || this.editor.assist.suggestions.get()?.withdraw()) return
    if (session.relating.get() !== undefined) session.relating.set(undefined)
    else if (session.relation.get() !== undefined) session.relation.set(undefined)
    else if (session.selection.size > 0) session.selection.clear()
    else if (session.activeLabels.get().size > 0) session.activeLabels.set(new Map())
    else this.editor.screen.back()
  }

  /** Goes to the next region in list order that is to be seen; `extend` keeps what is selected already. */
  cycle(by: 1 | -1, extend = false): void {
    const { annotation } = this.editor
    if (!annotation) return
    const order = listOrder(annotation.document, this.editor.settings.current.get())
    const ids = order.filter((id) => isDrawn(annotation.session, id))
    if (ids.length === 0) return
    const before = [...annotation.session.selection.get()]
    const { current } = this
    const at = current === undefined ? (by > 0 ? -1 : 0) : ids.indexOf(current)
    const next = ids[(at + by + ids.length) % ids.length] as string
    this.goTo(next)
    if (extend && annotation.session.relating.get() === undefined)
      annotation.session.selection.set([...before.filter((id) => id !== next), next])
  }

  /** The region that keys go on from: the selected one, or the one pointed at while relating. */
  get current(): string | undefined {
    const session = this.editor.annotation?.session
    if (!session) return undefined
    const selected = [...session.selection.get()].at(-1)
    const relating = session.relating.get()
    return relating === undefined ? selected : (session.hover.get() ?? relating)
  }

  /** Keys went to this region: it is selected, or, while relating, pointed at until it is confirmed. */
  goTo(id: string): void {
    const { annotation } = this.editor
    if (annotation?.session.relating.get() === undefined) {
      this.select(id)
      return
    }
    annotation.session.hover.set(id)
    this.show(id)
  }

  /** Selects one region and brings it on screen. */
  select(id: string): void {
    const { annotation } = this.editor
    if (!annotation?.region(id)) return
    annotation.choose([id])
    this.show(id)
  }

  private show(id: string): void {
    this.reveal(id)
    this.editor.news.set({ kind: 'selected', labels: this.editor.labelText([id]) })
  }

  private reveal(id: string): void {
    const { annotation } = this.editor
    const region = annotation?.region(id)
    if (!annotation || !region) return
    if (region.itemIndex !== undefined) setPage(annotation.session, region.target, region.itemIndex)
    this.editor.surfaces.get(region.target)?.reveal(id)
  }

  // ── the tree

  /** Moves the selected region by one step among those of the tree. */
  step(step: TreeStep): void {
    const { annotation } = this.editor
    const [id] = annotation?.session.selection.get() ?? []
    // What the list shows last, it may show first.
    const turned = this.editor.setting('direction') === 'desc' ? TURNED[step] : step
    const place = annotation && id !== undefined ? stepped(annotation.document, id, turned) : undefined
    if (id !== undefined && place) this.arrange([id], place)
  }

  arrange(ids: readonly string[], place: TreePlace): void {
    const { annotation } = this.editor
    const moved = annotation?.arrange(ids, place) ?? []
    const [first] = moved
    if (!annotation || first === undefined) {
      if (ids.some((id) => annotation?.isLocked(id))) this.editor.refuse({ code: 'read-only' })
      return
    }
    if (place.parent !== undefined) annotation.session.folded.remove(place.parent)
    const siblings = childrenIn(annotation.document, place.parent)
    this.editor.news.set({
      kind: 'arranged',
      labels: this.editor.labelText(moved),
      place: siblings.indexOf(first) + 1,
      count: siblings.length,
      under: place.parent === undefined ? '' : this.editor.labelText([place.parent]),
    })
  }

  startRelation(): void {
    const session = this.editor.annotation?.session
    const [from] = session?.selection.get() ?? []
    if (!session || from === undefined) return
    session.activeLabels.set(new Map())
    session.relating.set(from)
  }

  selectRelation(id: string | undefined): void {
    const { annotation } = this.editor
    if (!annotation) return
    selectRelation(annotation.session, id)
    const from = id === undefined ? undefined : annotation.document.relation(id)?.from
    if (from !== undefined) this.reveal(from)
  }

  /** The region that keys have pointed at is the other end. */
  confirmRelation(): void {
    const { annotation } = this.editor
    const to = annotation?.session.hover.get()
    if (annotation && to !== undefined) annotation.choose([to])
  }

  toggleRelationsHidden(ids: readonly string[]): void {
    const hidden = this.editor.annotation?.session.hiddenRelations
    if (!hidden) return
    if (ids.every((id) => hidden.has(id))) hidden.remove(...ids)
    else hidden.add(...ids)
  }
}

const TURNED = { up: 'down', down: 'up', in: 'in', out: 'out' } as const

/** Only a list can be regions: whether they are is for the config to say. */
function itemsIn(text: string): readonly Json[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.length > 0 ? value : undefined
  } catch {
    return undefined
  }
}
