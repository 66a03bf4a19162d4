/** What is said about the annotations of a task. Everything shows at once; what the server did not take can be sent again. */

import { Atom } from '../model'
import { newUuid } from './ids'
import type { CommentEvents, CommentInput, CommentPlace, WireComment } from './options'
import type { TaskEditor } from './task-editor'
import { TypedComments, type UnsentComment } from './typed'
import type { Version } from './versions'
import type { Work } from './work'

export interface Comment {
  readonly key: string
  /** Undefined until it is stored. */
  readonly id?: number
  readonly text: string
  readonly place: CommentPlace
  readonly author: { readonly id?: number; readonly name: string }
  readonly at: string
  readonly isResolved: boolean
  readonly annotation?: number
  readonly draft?: number
  /** The version it is about, while it is on its way. */
  readonly version?: string
  /** Why it is not stored. */
  readonly failure?: string
}

export type CommentsState =
  | { readonly kind: 'waiting' | 'loaded' }
  | { readonly kind: 'failed'; readonly message: string }

export class Comments {
  readonly all = new Atom<readonly Comment[]>([])
  readonly state = new Atom<CommentsState>({ kind: 'waiting' })
  private readonly typed: TypedComments
  private loading: Promise<void> | undefined

  constructor(private readonly editor: TaskEditor) {
    const { task, user, readOnly } = editor.options.get()
    const isKept = task.id !== undefined && readOnly !== true
    this.typed = new TypedComments(isKept ? `labelwright:comments:${user?.id ?? 'anyone'}/${task.id}` : undefined)
    this.all.set(this.typed.unsent.map((it) => ({ ...this.fromUnsent(it), failure: '' })))
  }

  private get events(): CommentEvents | undefined {
    return this.editor.options.get().on?.comments
  }

  /** Asks for what is there, once. */
  load(): Promise<void> {
    this.loading ??= this.ask().catch((error: unknown) => {
      this.loading = undefined
      this.state.set({ kind: 'failed', message: messageOf(error) })
    })
    return this.loading
  }

  private async ask(): Promise<void> {
    if (!this.events) return
    this.state.set({ kind: 'waiting' })
    const stored = (await this.events.list()).map(fromWire)
    this.all.set([...stored, ...this.all.get().filter((it) => it.id === undefined)])
    this.state.set({ kind: 'loaded' })
  }

  // ── reading

  of(version: Version, draft?: number): Comment[] {
    return this.all.get().filter((it) => {
      if (it.version !== undefined) return it.version === version.key
      if (it.annotation !== undefined) return version.kind === 'annotation' && it.annotation === version.id
      return it.draft !== undefined && it.draft === (draft ?? version.draftId)
    })
  }

  openOf(version: Version): number {
    return this.of(version).filter((it) => !it.isResolved).length
  }

  isMine({ author }: Comment): boolean {
    return author.id !== undefined && author.id === this.editor.options.get().user?.id
  }

  // ── what is typed

  typedFor = (version: Version): string => this.typed.typed(version.key)

  type = (version: Version, text: string): void => this.typed.type(version.key, text)

  /** Words that nobody else can read yet. */
  get hasUnsent(): boolean {
    return !this.typed.isEmpty
  }

  // ── saying

  async add(work: Work, text: string, place: CommentPlace): Promise<void> {
    const unsent = { key: newUuid(), version: work.version.key, text, place, at: new Date().toISOString() }
    this.typed.keep(unsent)
    this.typed.type(work.version.key, '')
    this.all.set([...this.all.get(), this.fromUnsent(unsent)])
    await this.send(unsent)
  }

  /** Sends what is waiting: one, or all of it. */
  async retry(key?: string): Promise<void> {
    for (const unsent of this.typed.unsent) {
      const shown = this.all.get().find((it) => it.key === unsent.key)
      if (shown?.failure !== undefined && (key === undefined || key === unsent.key)) await this.send(unsent)
    }
  }

  /** Gives up what was not sent. */
  discard(key: string): void {
    this.typed.forget(key)
    this.all.set(this.all.get().filter((it) => it.key !== key))
  }

  private async send(unsent: UnsentComment): Promise<void> {
    this.change(unsent.key, ({ failure: _, ...it }) => it)
    try {
      const target = await this.targetOf(unsent.version)
      const stored = await this.events?.add({ ...target, text: unsent.text, region_ref: unsent.place ?? {} })
      this.typed.forget(unsent.key)
      if (stored) this.change(unsent.key, () => fromWire(stored))
    } catch (error) {
      this.change(unsent.key, (it) => ({ ...it, failure: messageOf(error) }))
    }
  }

  /** An annotation, or the draft of a new one, which is stored for it when it is not yet. */
  private async targetOf(key: string): Promise<Pick<CommentInput, 'annotationId' | 'draftId'>> {
    const version = this.editor.versions.get().find((it) => it.key === key)
    if (version?.kind === 'annotation' && version.id !== undefined) return { annotationId: version.id }
    const work = this.editor.openedWork(key)
    if (work && work.storedDraft === undefined) {
      work.drafts.changed()
      await work.drafts.flush()
      const state = work.drafts.state.get()
      if (state.kind === 'failed') throw new Error(state.message)
    }
    const draftId = work?.storedDraft ?? version?.draftId
    if (draftId === undefined) throw new Error('nothing to comment on')
    return { draftId }
  }

  // ── changing

  edit = (comment: Comment, text: string): Promise<boolean> => this.update(comment, { text }, { text })

  resolve = (comment: Comment, isResolved: boolean): Promise<boolean> =>
    this.update(comment, { isResolved }, { is_resolved: isResolved })

  async remove(comment: Comment): Promise<void> {
    const before = this.all.get()
    this.all.set(before.filter((it) => it.key !== comment.key))
    await this.tried(async () => {
      if (comment.id !== undefined) await this.events?.remove({ id: comment.id })
    }, before)
  }

  private update(
    comment: Comment,
    shown: Partial<Comment>,
    sent: { text?: string; is_resolved?: boolean },
  ): Promise<boolean> {
    const before = this.all.get()
    this.change(comment.key, (it) => ({ ...it, ...shown }))
    return this.tried(async () => {
      const stored = comment.id === undefined ? undefined : await this.events?.update({ id: comment.id, ...sent })
      if (stored) this.change(comment.key, () => fromWire(stored))
    }, before)
  }

  /** Puts things back as they were when the server does not follow. */
  private async tried(change: () => Promise<void>, before: readonly Comment[]): Promise<boolean> {
    try {
      await change()
      return true
    } catch (error) {
      this.all.set(before)
      this.editor.notice.set({ kind: 'failed', action: 'comment', message: messageOf(error) })
      return false
    }
  }

  private change(key: string, how: (comment: Comment) => Comment): void {
    this.all.set(this.all.get().map((it) => (it.key === key ? how(it) : it)))
  }

  private fromUnsent({ key, version, text, place = {}, at }: UnsentComment): Comment {
    const { user } = this.editor.options.get()
    const author = { name: user?.name ?? user?.email ?? '', ...(user ? { id: user.id } : {}) }
    return { key, version, text, place, at, author, isResolved: false }
  }
}

function fromWire(wire: WireComment): Comment {
  const { created_by: by, annotation, draft } = wire
  const name = `${by?.first_name ?? ''} ${by?.last_name ?? ''}`.trim() || (by?.email ?? '')
  return {
    key: `comment-${wire.id}`,
    id: wire.id,
    text: wire.text,
    place: wire.region_ref ?? {},
    author: { name, ...(by ? { id: by.id } : {}) },
    at: wire.created_at,
    isResolved: wire.is_resolved,
    ...(typeof annotation === 'number' ? { annotation } : {}),
    ...(typeof draft === 'number' ? { draft } : {}),
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
