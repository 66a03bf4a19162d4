/**
 * One annotation being worked on: the model's document with undo by gesture, its session, and the rules of who may change
 * what. All that a view or a tool does to a document goes through here.
 */

import {
  type Answer,
  Atom,
  addRelation,
  answerTarget,
  arrange,
  type Config,
  type Control,
  type Conversion,
  canConvert,
  convertRegion,
  copyRegions,
  createRegion,
  createSession,
  deleteRegions,
  duplicateRegions,
  History,
  isDrawn,
  type Json,
  type JsonObject,
  LabelDocument,
  labelRelation,
  type Mark,
  noteRelation,
  overused,
  type Pasted,
  pageOf,
  pasteRegions,
  type Readable,
  type Region,
  type RegionId,
  type Relation,
  regionKind,
  removeRelation,
  type Session,
  type Situation,
  type Store,
  type SuggestedAt,
  selectionOf,
  selectRelation,
  setActiveLabels,
  setAnswer,
  setNote,
  type TreePlace,
  takeSuggested,
  toggleLabel,
  turnRelation,
  Unsaved,
  updateRegion,
  type WireItem,
} from '../model'
import { controlsThatMake, firstAnswers, type Hand, type Refusal } from './labels'

export interface Place {
  readonly target: string
  readonly kind: string
  readonly shape: JsonObject
  readonly outer?: JsonObject
  readonly itemIndex?: number
  readonly meta?: JsonObject
  /** Name of the control that makes it, where several could. */
  readonly maker?: string
}

export interface Behaviour {
  /** The active labels stay after a region is made. */
  readonly keepLabels: boolean
  readonly selectAfterCreate: boolean
}

export class Annotation {
  readonly document: LabelDocument
  readonly session: Session
  readonly history: History<ReadonlySet<RegionId>>
  readonly unsaved: Unsaved
  /** Rises when any document record changes: for what depends on all of it. */
  readonly version: Atom<number>
  /** How many pages the objects have that the task does not tell it of: a document says so when it is open. */
  readonly pageCounts = new Map<string, number>()
  /** Colours that say something else than the label: how two annotations differ. */
  tints: ReadonlyMap<RegionId, string> = new Map()
  /** Something else is on screen, or the work goes on in another tab: nothing is changed meanwhile. */
  held = false
  private gesture: Mark<ReadonlySet<RegionId>> | undefined

  constructor(
    readonly config: Config,
    result: readonly WireItem[],
    private readonly fixed: boolean,
  ) {
    this.document = LabelDocument.decode(config, result).document
    const { store } = this.document
    this.session = createSession(store)
    this.history = new History(store, selectionOf(this.session, store))
    this.unsaved = new Unsaved(store)
    this.version = new Atom(0)
    store.subscribe(() => this.version.set(store.version))
    for (const region of this.document.regions()) if (region.hidden) this.session.hidden.add(region.id)
    this.preselectLabels()
  }

  get readOnly(): boolean {
    return this.fixed || this.held
  }

  // ── reading

  get relations(): Readable<readonly Relation[]> {
    return this.document.relations
  }

  get store(): Store {
    return this.document.store
  }

  /** What conditions and validation ask about. */
  get situation(): Situation {
    return { document: this.document, selection: this.session.selection.get(), pageCounts: this.pageCounts }
  }

  region(id: RegionId): Region | undefined {
    return this.document.region(id)
  }

  /** What a control says about the whole object or page, or about one region. */
  answer(control: Control, region?: RegionId, page?: number): Answer | undefined {
    const target = (region === undefined ? undefined : this.region(region)?.target) ?? answerTarget(control)
    return this.document.answer(control.name, {
      target,
      ...(region === undefined ? {} : { region }),
      ...(page === undefined ? {} : { itemIndex: page }),
    })
  }

  colourOf(id: RegionId): string | undefined {
    return this.tints.get(id) ?? this.document.colourOf(id)
  }

  isLocked(id: RegionId): boolean {
    return this.readOnly || this.session.locked.has(id) || this.region(id)?.readonly === true
  }

  /** Whether hands may not move or reshape it: locked, or not to be seen. */
  isOutOfReach(id: RegionId): boolean {
    return this.isLocked(id) || !isDrawn(this.session, id)
  }

  /** The controls that can make this kind of region on an object. */
  makers = (target: string, kind: string, hand?: Hand): Control[] => controlsThatMake(this.config, target, kind, hand)

  // ── gestures

  begin(name: string): void {
    this.gesture = this.history.mark(name)
  }

  /** Ends a gesture begun with `begin`. */
  commit(): void {
    this.gesture = undefined
    this.history.close()
  }

  /** Takes the gesture back without a trace. */
  bail(): void {
    if (this.gesture) this.history.bailTo(this.gesture)
    this.gesture = undefined
  }

  undo(): boolean {
    this.bail()
    return !this.readOnly && this.history.undo()
  }

  redo(): boolean {
    this.bail()
    return !this.readOnly && this.history.redo()
  }

  /** Makes this what the annotation holds, as one step. */
  restore(result: readonly WireItem[]): void {
    const { store } = LabelDocument.decode(this.config, result).document
    this.step('restore', () => {
      this.store.transact({ source: 'user' }, (tx) => {
        for (const id of this.store.doc.keys()) if (!store.has(id)) tx.remove(id)
        for (const record of store.doc.values()) tx.put(record)
      })
    })
  }

  reset(): void {
    this.bail()
    while (this.history.undo());
    this.session.selection.clear()
  }

  /** One undo step, or part of the gesture that is going on. */
  private step<R>(name: string, change: () => R): R | undefined {
    if (this.readOnly) return undefined
    return this.gesture ? change() : this.history.step(name, change)
  }

  // ── regions

  /** Makes a region with the labels that are active now, or says why it cannot. */
  create(place: Place): { readonly id: RegionId } | { readonly refused: Refusal } {
    if (this.readOnly) return { refused: { code: 'read-only' } }
    const first = firstAnswers(this, place)
    if ('refused' in first) return first
    const { maker: _maker, ...region } = place
    const id = this.step('create', () => createRegion(this.document, { ...region, answers: first.answers }))
    return id === undefined ? { refused: { code: 'read-only' } } : { id }
  }

  /** What follows when a region is finished: labels go, the selection comes. */
  finished(id: RegionId, behaviour: Behaviour): void {
    const { session } = this
    if (!behaviour.keepLabels) session.activeLabels.set(new Map())
    if (behaviour.selectAfterCreate || this.asksAbout(id)) session.selection.set([id])
    else session.selection.clear()
  }

  /** Whether some control has a question about this region. */
  private asksAbout(id: RegionId): boolean {
    const target = this.region(id)?.target
    return [...this.config.controls.values()].some(
      (control) => control.scope === 'region' && target !== undefined && control.targets.includes(target),
    )
  }

  setShape(id: RegionId, shape: JsonObject, outer?: JsonObject): void {
    const change = outer ? { shape, outer: { ...this.region(id)?.outer, ...outer } } : { shape }
    this.step('edit', () => updateRegion(this.document, id, change, this.session.locked))
  }

  /** What a region is and what is told of it, both at once. */
  setRegion(id: RegionId, change: Partial<Pick<Region, 'shape' | 'meta'>>): void {
    this.step('edit', () => updateRegion(this.document, id, change, this.session.locked))
  }

  setNote(id: RegionId, note: string): void {
    this.step('note', () => setNote(this.document, id, note, this.session.locked))
  }

  canConvert = (id: RegionId, kind: string): boolean =>
    !this.readOnly && canConvert(this.document, id, kind, this.session.locked)

  /** Gives a region another kind of geometry; returns its pieces, or why it cannot. */
  convert(id: RegionId, conversion: Conversion): readonly RegionId[] | Refusal {
    if (!this.canConvert(id, conversion.kind)) return { code: 'read-only' }
    return this.step('convert', () => convertRegion(this.document, id, conversion)) ?? { code: 'read-only' }
  }

  remove(ids: Iterable<RegionId>): RegionId[] {
    return this.step('delete', () => deleteRegions(this.document, ids, this.session.locked)) ?? []
  }

  /** Moves regions in the tree. Returns those that moved. */
  arrange(ids: readonly RegionId[], place: TreePlace): RegionId[] {
    return this.step('arrange', () => arrange(this.document, ids, place, this.session.locked)) ?? []
  }

  /** Copies in place; the copies become the selection. */
  duplicate(ids: Iterable<RegionId>): RegionId[] {
    const copies = this.step('duplicate', () => duplicateRegions(this.document, ids)) ?? []
    if (copies.length > 0) this.session.selection.set(copies)
    return copies
  }

  /** As the clipboard carries them. */
  copy = (ids: Iterable<RegionId>): WireItem[] => copyRegions(this.document, ids)

  /** What was pasted becomes the selection. */
  paste(items: readonly Json[]): Pasted {
    const pasted = this.step('paste', () => pasteRegions(this.document, items, (name) => pageOf(this.session, name)))
    if (pasted && pasted.ids.length > 0) this.session.selection.set(pasted.ids)
    return pasted ?? { ids: [], problems: [] }
  }

  /** Takes what a model suggested, in one step, `instead` of the regions it was asked about. */
  takeSuggested(from: LabelDocument, ids: readonly RegionId[], instead: readonly RegionId[], at: SuggestedAt): void {
    this.step('suggestion', () => {
      deleteRegions(this.document, instead, this.session.locked)
      takeSuggested(this.document, from, ids, at)
    })
  }

  /** A click chose these: the selection, or the other end of a relation that is being drawn. */
  choose(ids: Iterable<RegionId>): void {
    const { relating, selection } = this.session
    const from = relating.get()
    const [to] = ids
    if (from === undefined || to === undefined) selection.set(ids)
    else {
      relating.set(undefined)
      this.relate(from, to)
    }
  }

  // ── labels

  /**
   * A label was picked: it goes to the selected regions, or, with none selected, to what is made next. Returns why not,
   * when it cannot.
   */
  pickLabel(control: Control, label: string): Refusal | undefined {
    if (this.readOnly) return { code: 'read-only' }
    const selected = [...this.session.selection.get()].filter((id) => {
      const region = this.region(id)
      return region !== undefined && control.targets.includes(region.target)
    })
    if (selected.length > 0) {
      return this.step('label', () => toggleLabel(this.document, selected, control, label, this.session.locked))
    }
    const active = this.session.activeLabels.get().get(control.name) ?? []
    if (!active.includes(label)) {
      const refused = overused(this.document, control, label)
      if (refused) return refused
    }
    this.activate(control, toggled(control, active, label))
    return undefined
  }

  /** Sets what the next region gets. Sets that make different shapes exclude one another. */
  private activate(control: Control, labels: readonly string[]): void {
    setActiveLabels(this.session, control.name, labels)
    if (labels.length === 0) return
    for (const target of control.targets) {
      const kind = regionKind(this.config, control, target)
      for (const other of this.config.controls.values()) {
        if (kind === undefined || other === control || !other.labels || !other.targets.includes(target)) continue
        const otherKind = regionKind(this.config, other, target)
        if (otherKind !== undefined && otherKind !== kind) setActiveLabels(this.session, other.name, [])
      }
    }
  }

  private preselectLabels(): void {
    if (this.readOnly) return
    for (const control of this.config.controls.values()) {
      const selected = [...control.byLabel].filter(([, option]) => option.node.attrs.selected === true)
      if (control.labels && selected.length > 0) {
        this.activate(
          control,
          selected.map(([label]) => label),
        )
      }
    }
  }

  // ── answers

  /** What a control says; `undefined` takes its answer back. `meta` is of this answer alone. */
  setAnswer(
    control: Control,
    value: Json | undefined,
    { region, page }: { region?: RegionId; page?: number } = {},
    meta?: JsonObject,
  ): void {
    if (region !== undefined && (!this.region(region) || this.isLocked(region))) return
    const about = {
      ...(region === undefined ? {} : { region }),
      ...(page === undefined ? {} : { itemIndex: page }),
    }
    this.step('answer', () => setAnswer(this.document, control, value, about, meta))
  }

  // ── relations

  /** The new relation is selected: what it means is said next. */
  relate(from: RegionId, to: RegionId): void {
    const id = this.step('relate', () => addRelation(this.document, from, to))
    if (id !== undefined) selectRelation(this.session, id)
  }

  turnRelation(id: string): void {
    this.step('relation', () => turnRelation(this.document, id))
  }

  labelRelation(id: string, labels: readonly string[]): void {
    this.step('relation', () => labelRelation(this.document, id, labels))
  }

  noteRelation(id: string, text: string): void {
    this.step('note', () => noteRelation(this.document, id, text))
  }

  removeRelation(id: string): void {
    this.step('relation', () => removeRelation(this.document, id))
  }
}

function toggled(control: Control, now: readonly string[], stored: string): readonly string[] {
  if (now.includes(stored)) return now.filter((it) => it !== stored)
  // The blank label excludes all others.
  if (control.node.attrs.choice !== 'multiple' || stored === '') return [stored]
  return [...now.filter((it) => it !== ''), stored]
}
