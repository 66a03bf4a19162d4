/** An annotation or a prediction as pages of Label Studio see one. Lives as long as its task. */

import type { Suggestions } from '../../core/suggestions'
import type { Version } from '../../core/versions'
import type { WireItem } from '../../model'
import type { Host } from './host'
import { HostRegion } from './region'

export class HostAnnotation {
  constructor(
    private readonly host: Host,
    /** Its name in the editor. */
    readonly key: string,
  ) {}

  /** That of the page, else one of our own. */
  get id(): string {
    return this.pk ?? this.key
  }

  /** That of the page, once it is stored there. */
  get pk(): string | undefined {
    return this.host.pks.pkOf(this.version?.id)
  }

  get type(): 'annotation' | 'prediction' {
    return this.version?.kind === 'prediction' ? 'prediction' : 'annotation'
  }

  get draftId(): number | undefined {
    const id = this.host.workOf(this.key)?.storedDraft ?? this.version?.draftId
    return id !== undefined && id >= 0 ? id : undefined
  }

  /** Begun by the person, and not submitted yet. */
  get userGenerate(): boolean {
    return this.version?.kind === 'new'
  }

  /** Submitted here, whether or not the page has told its id. */
  get sentUserGenerate(): boolean {
    return (this.version?.id ?? 0) < 0
  }

  get createdBy(): string | undefined {
    return this.version?.by
  }

  get createdDate(): string | undefined {
    return this.version?.at
  }

  get score(): number | undefined {
    return this.version?.score
  }

  get skipped(): boolean {
    return this.version?.isSkipped === true
  }

  get ground_truth(): boolean {
    return this.version?.isGroundTruth === true
  }

  get parent_prediction(): string | undefined {
    return this.host.pks.pkOf(this.version?.parentPrediction)
  }

  get parent_annotation(): string | undefined {
    return this.host.pks.pkOf(this.version?.parentAnnotation)
  }

  /** Seconds spent on it, here and before. */
  get leadTime(): number {
    return this.host.workOf(this.key)?.stopwatch.seconds ?? this.version?.leadTime ?? 0
  }

  get selected(): boolean {
    return this.host.selectedKey === this.key
  }

  get readonly(): boolean {
    return this.type === 'prediction' || this.host.workOf(this.key)?.annotation.readOnly === true
  }

  get isDirty(): boolean {
    return this.host.workOf(this.key)?.isDirty === true
  }

  get regions(): HostRegion[] {
    const annotation = this.host.workOf(this.key)?.annotation
    return annotation ? annotation.document.regions().map((region) => new HostRegion(annotation, region)) : []
  }

  /** What a model suggested and waits for a yes or no. */
  get suggestions(): HostRegion[] {
    const { offered, annotation } = this.offers ?? {}
    if (!offered || !annotation) return []
    return offered.regions().map((region) => new HostRegion({ document: offered, session: annotation.session }, region))
  }

  acceptSuggestion(id: string): void {
    this.offers?.accept([id])
  }

  rejectSuggestion(id: string): void {
    this.offers?.reject([id])
  }

  acceptAllSuggestions(): void {
    this.offers?.acceptAll()
  }

  rejectAllSuggestions(): void {
    this.offers?.rejectAll()
  }

  /** The result, as it is submitted. */
  serializeAnnotation(): WireItem[] {
    return this.host.resultOf(this.key)
  }

  /** Adds items to the result. Undo does not go back behind them. */
  deserializeResults(items: string | readonly WireItem[]): void {
    const added: unknown = typeof items === 'string' ? JSON.parse(items) : items
    if (!Array.isArray(added)) throw new TypeError('A result must be a list of items, or JSON of one.')
    this.host.restart(this.key, [...this.serializeAnnotation(), ...added])
  }

  /** The page has stored it under this id. */
  updatePersonalKey(pk: string | number): void {
    this.host.becameStored(this.key, this.host.pks.numberOf(pk))
  }

  async setGroundTruth(value: boolean): Promise<void> {
    await this.host.on(this.key, (editor) => editor.setGroundTruth(value))
  }

  async undo(): Promise<void> {
    await this.host.on(this.key, (editor) => editor.actions.undo())
  }

  async redo(): Promise<void> {
    await this.host.on(this.key, (editor) => editor.actions.redo())
  }

  private get offers(): Suggestions | undefined {
    return this.selected ? this.host.editor?.assist.suggestions.get() : undefined
  }

  private get version(): Version | undefined {
    return this.host.versions.find((it) => it.key === this.key)
  }
}
