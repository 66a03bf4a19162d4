/** What a person does to regions, with the words for those who cannot see it happen. */

import { type Json, pageOf, setPage } from '../model'
import type { TaskEditor } from './task-editor'

export class Actions {
  constructor(private readonly editor: TaskEditor) {}

  undo(): void {
    for (const surface of this.editor.surfaces.values()) if (surface.undo?.()) return
    if (this.editor.annotation?.undo()) this.editor.news.set({ kind: 'undone', labels: '' })
  }

  redo(): void {
    for (const surface of this.editor.surfaces.values()) if (surface.redo?.()) return
    if (this.editor.annotation?.redo()) this.editor.news.set({ kind: 'redone', labels: '' })
  }

  remove(ids: Iterable<string>): void {
    const labels = this.editor.labelText(ids)
    const gone = this.editor.annotation?.remove(ids) ?? []
    if (gone.length > 0) this.editor.news.set({ kind: 'deleted', count: gone.length, labels })
    else this.editor.refuse({ code: 'read-only' })
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
      .filter((it) => !session.hidden.has(it.id))
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

  /** First ends drawing, else leaves relation mode, else clears the selection. */
  escape(): void {
    for (const surface of this.editor.surfaces.values()) if (surface.cancel()) return
    const session = this.editor.annotation?.session
    if (!session) return
    if (session.relating.get() !== undefined) session.relating.set(undefined)
    else if (session.selection.size > 0) session.selection.clear()
    else session.activeLabels.set(new Map())
  }

  /** Selects the next region in list order; `extend` keeps what is selected already. */
  cycle(by: 1 | -1, extend = false): void {
    const { annotation } = this.editor
    const ids = annotation?.document.regionIds.get() ?? []
    if (!annotation || ids.length === 0) return
    const before = [...annotation.session.selection.get()]
    const current = before.at(-1)
    const at = current === undefined ? (by > 0 ? -1 : 0) : ids.indexOf(current)
    const next = ids[(at + by + ids.length) % ids.length] as string
    this.select(next)
    if (extend) annotation.session.selection.set([...before.filter((id) => id !== next), next])
  }

  /** Selects one region and brings it on screen. */
  select(id: string): void {
    const { annotation } = this.editor
    const region = annotation?.region(id)
    if (!annotation || !region) return
    if (region.itemIndex !== undefined) setPage(annotation.session, region.target, region.itemIndex)
    annotation.choose([id])
    this.editor.surfaces.get(region.target)?.reveal(id)
    this.editor.news.set({ kind: 'selected', labels: this.editor.labelText([id]) })
  }

  startRelation(): void {
    const session = this.editor.annotation?.session
    const [from] = session?.selection.get() ?? []
    if (session && from !== undefined) session.relating.set(from)
  }
}

/** Only a list can be regions: whether they are is for the config to say. */
function itemsIn(text: string): readonly Json[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.length > 0 ? value : undefined
  } catch {
    return undefined
  }
}
