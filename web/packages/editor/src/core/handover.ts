/** How work leaves the editor: it is checked, the page is asked, the page stores it, and its draft is dropped. */

import { Atom, type Failure, setPage, validate } from '../model'
import type { SaveAction, WireAnnotation } from './options'
import { Overtaken } from './overtaken'
import type { TaskEditor } from './task-editor'
import { openTask } from './versions'
import type { Work } from './work'

export interface OvertakenWork {
  readonly work: Work
  readonly action: SaveAction
  readonly theirs: WireAnnotation
  readonly by: string
}

export class Handover {
  /** Work that was not taken because somebody was faster. */
  readonly overtaken = new Atom<OvertakenWork | undefined>(undefined)

  constructor(private readonly editor: TaskEditor) {}

  /** Says whether the page has taken it. */
  async send(action: SaveAction): Promise<boolean> {
    const { editor } = this
    const work = editor.work.get()
    const { on } = editor.options.get()
    const handler = on?.[action]
    if (!work || work.annotation.readOnly || editor.busy.get() || !handler) return false
    await editor.settled()
    // Somebody may have been faster meanwhile.
    if (editor.work.get() !== work || editor.busy.get()) return false
    work.annotation.bail()
    if (action !== 'skip' && !this.passes(work)) return false
    editor.busy.set(action)
    work.drafts.pause()
    await work.drafts.idle()
    try {
      if ((await on?.beforeSave?.(action, work.version.key)) === false) {
        work.drafts.resume()
        return false
      }
      await handler(work.submission(), work.version.key)
    } catch (error) {
      work.drafts.resume()
      if (error instanceof Overtaken) {
        this.overtaken.set({ work, action, theirs: error.theirs, by: error.by })
        return false
      }
      editor.notice.set({ kind: 'failed', action: action === 'skip' ? 'skip' : 'submit', message: messageOf(error) })
      return false
    } finally {
      editor.busy.set(undefined)
    }
    await work.drafts.finish()
    work.drafts.resume()
    work.submitted()
    editor.notice.set({ kind: 'done', action })
    return true
  }

  /** Sends what was overtaken, over what somebody else has done. */
  async keepMine(): Promise<boolean> {
    const overtaken = this.overtaken.get()
    this.overtaken.set(undefined)
    if (!overtaken) return false
    overtaken.work.rebase(overtaken.theirs.updated_at)
    return this.send(overtaken.action)
  }

  /** Goes on from what somebody else has done; one's own is a step of undo away. */
  takeTheirs(): void {
    const overtaken = this.overtaken.get()
    this.overtaken.set(undefined)
    overtaken?.work.rebase(overtaken.theirs.updated_at)
    overtaken?.work.annotation.restore(overtaken.theirs.result)
  }

  /** Both side by side; handing over asks again. */
  compareWithTheirs(): void {
    const overtaken = this.overtaken.get()
    this.overtaken.set(undefined)
    if (!overtaken) return
    const { views } = this.editor
    const { version } = overtaken.work
    const [theirs] = openTask({ data: {}, annotations: [overtaken.theirs] }, {}).versions
    if (!theirs) return
    const b = { version: { ...theirs, key: `${version.key}-theirs` }, result: overtaken.theirs.result }
    views.compare({ as: 'differences', a: views.snapshot(version), b })
  }

  /** One of the page's own buttons. Afterwards the draft of what it dealt with is no longer needed. */
  async pressButton(name: string): Promise<void> {
    const { editor } = this
    const work = editor.work.get()
    editor.flushControls()
    try {
      await editor.options.get().on?.button?.(name)
      await work?.drafts.finish()
      work?.drafts.resume()
    } catch (error) {
      editor.notice.set({ kind: 'failed', action: 'submit', message: messageOf(error) })
    }
  }

  /** The page has stored what was new here, and the editor stays with it. */
  becameStored(work: Work, id: number): void {
    const { versions } = this.editor
    const version = work.becameStored(id)
    versions.set(versions.get().map((it) => (it.key === version.key ? version : it)))
  }

  private passes(work: Work): boolean {
    const { editor } = this
    editor.flushControls(true)
    const [failure] = validate(work.annotation.situation, editor.checks)
    const isEmpty = editor.options.get().allowEmpty === false && work.result().length === 0
    // First the place, so that the question is there when it hears that something is wrong with it.
    if (failure) this.goTo(failure, work)
    editor.complaint.set(failure ?? (isEmpty ? { code: 'empty' } : undefined))
    return failure === undefined && !isEmpty
  }

  /** Where the answer can be given that is missing or wrong. */
  private goTo({ control, region, itemIndex }: Failure, { annotation: { config, session } }: Work): void {
    if (region !== undefined) session.selection.set([region])
    const target = config.controls.get(control)?.targets[0]
    if (itemIndex !== undefined && target !== undefined) setPage(session, target, itemIndex)
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
