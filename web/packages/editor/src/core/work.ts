/** One open tab: the version it came from, its document, its draft and the time spent on it. */

import { type Config, encode, type WireItem } from '../model'
import { Annotation } from './annotation'
import { DraftKeeper } from './drafts'
import { newUuid } from './ids'
import type { Journal, JournalEntry } from './journal'
import type { DraftInput, EditorEvents, Submission } from './options'
import { Stopwatch } from './stopwatch'
import type { Version } from './versions'

export interface WorkContext {
  readonly config: Config
  readonly journal: Journal
  readonly journalKey: string
  readonly readOnly: boolean
  readonly saveDraft: EditorEvents['saveDraft']
  /** What the journal had from an earlier page that did not end well. */
  readonly recovered?: JournalEntry | undefined
  readonly draftDelay?: number
}

export class Work {
  readonly annotation: Annotation
  readonly drafts: DraftKeeper
  readonly stopwatch: Stopwatch
  readonly recovered: boolean
  private draftId: number | undefined
  /** Whether it was opened with more than what is submitted, and that has not been submitted since. */
  private openedDirty: boolean
  private attempt: { readonly id: string; readonly of: string } | undefined

  constructor(
    private now: Version,
    context: WorkContext,
  ) {
    const { recovered, saveDraft } = context
    const version = now
    this.recovered = recovered !== undefined
    this.openedDirty = this.recovered || version.isDraft
    this.draftId = recovered?.draftId ?? version.draftId
    this.stopwatch = new Stopwatch(recovered?.leadTime ?? version.leadTime)
    const readOnly = context.readOnly || version.kind === 'prediction'
    this.annotation = new Annotation(context.config, recovered?.result ?? version.result, readOnly)
    this.drafts = new DraftKeeper(
      { snapshot: () => this.snapshot(), draftId: () => this.draftId, stored: (id) => this.setDraft(id) },
      {
        journal: context.journal,
        key: context.journalKey,
        save: saveDraft && ((draft) => saveDraft(draft, version.key)),
        ...(context.draftDelay === undefined ? {} : { delay: context.draftDelay }),
      },
    )
    this.annotation.store.subscribe((_, source) => {
      if (source === 'user' || source === 'history') this.drafts.changed()
    })
    if (recovered) this.drafts.changed()
  }

  get version(): Version {
    return this.now
  }

  /** A new annotation was stored under this id: from now on that one is changed, and its draft is gone. */
  becameStored(id: number): Version {
    this.now = { ...this.now, kind: 'annotation', id, isDraft: false }
    this.draftId = undefined
    return this.now
  }

  /** From here on this work knows of a change of its annotation, and goes on from it. */
  rebase(updatedAt: string | undefined): void {
    if (updatedAt !== undefined) this.now = { ...this.now, updatedAt }
  }

  /** Whether this differs from what is submitted. */
  get isDirty(): boolean {
    return this.openedDirty || this.annotation.unsaved.get()
  }

  /** What stands here now is what is submitted. */
  submitted(): void {
    this.openedDirty = false
    this.annotation.unsaved.saved()
  }

  get hasDraft(): boolean {
    return this.draftId !== undefined
  }

  get storedDraft(): number | undefined {
    return this.draftId
  }

  result(): WireItem[] {
    return encode(this.annotation.document)
  }

  /** The same id for every try to send the same result: a lost answer must not make a second annotation. */
  submission(): Submission {
    const { lead_time, result, parent_annotation, parent_prediction } = this.snapshot()
    const of = JSON.stringify(result)
    if (this.attempt?.of !== of) this.attempt = { id: newUuid(), of }
    const { id, updatedAt } = this.version
    return {
      unique_id: this.attempt.id,
      result,
      lead_time,
      ...(this.draftId === undefined ? {} : { draft_id: this.draftId }),
      ...(parent_annotation === undefined ? {} : { parent_annotation }),
      ...(parent_prediction === undefined ? {} : { parent_prediction }),
      ...(id === undefined ? {} : { annotationId: id }),
      ...(id === undefined || updatedAt === undefined ? {} : { basedOn: updatedAt }),
    }
  }

  private setDraft(id: number): void {
    this.draftId = id
  }

  private snapshot(): Omit<DraftInput, 'id'> {
    const { id, kind, parentAnnotation, parentPrediction } = this.version
    return {
      result: this.result(),
      lead_time: this.stopwatch.seconds,
      ...(kind === 'annotation' && id !== undefined ? { annotationId: id } : {}),
      ...(parentAnnotation === undefined ? {} : { parent_annotation: parentAnnotation }),
      ...(parentPrediction === undefined ? {} : { parent_prediction: parentPrediction }),
    }
  }
}
