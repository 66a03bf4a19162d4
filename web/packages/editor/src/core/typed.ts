/**
 * Comments that are typed or under way, kept in the browser: neither a closed page nor a server that is away loses a
 * word. Small texts, read at once and written on every key: local storage does.
 */

import type { CommentPlace } from './options'

export interface UnsentComment {
  readonly key: string
  /** Of the version it is about. */
  readonly version: string
  readonly text: string
  readonly place?: CommentPlace
  readonly at: string
}

interface Kept {
  /** What stands in the field, by version. */
  readonly typed: Readonly<Record<string, string>>
  readonly unsent: readonly UnsentComment[]
}

const NOTHING: Kept = { typed: {}, unsent: [] }

export class TypedComments {
  private kept: Kept

  constructor(private readonly key: string | undefined) {
    this.kept = this.read()
  }

  typed(version: string): string {
    return this.kept.typed[version] ?? ''
  }

  type(version: string, text: string): void {
    const { [version]: _, ...others } = this.kept.typed
    this.write({ ...this.kept, typed: text === '' ? others : { ...others, [version]: text } })
  }

  get unsent(): readonly UnsentComment[] {
    return this.kept.unsent
  }

  keep(comment: UnsentComment): void {
    this.write({ ...this.kept, unsent: [...this.kept.unsent.filter((it) => it.key !== comment.key), comment] })
  }

  forget(key: string): void {
    this.write({ ...this.kept, unsent: this.kept.unsent.filter((it) => it.key !== key) })
  }

  get isEmpty(): boolean {
    return this.kept.unsent.length === 0 && Object.values(this.kept.typed).every((text) => text.trim() === '')
  }

  private read(): Kept {
    if (this.key === undefined) return NOTHING
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? 'null')
      return typeof kept === 'object' && kept !== null ? { ...NOTHING, ...kept } : NOTHING
    } catch {
      // No storage (a sandboxed frame), or somebody else's text under our key.
      return NOTHING
    }
  }

  private write(kept: Kept): void {
    this.kept = kept
    if (this.key === undefined) return
    try {
      if (kept.unsent.length === 0 && Object.keys(kept.typed).length === 0) localStorage.removeItem(this.key)
      else localStorage.setItem(this.key, JSON.stringify(kept))
    } catch {
      // It holds for this page at least.
    }
  }
}
