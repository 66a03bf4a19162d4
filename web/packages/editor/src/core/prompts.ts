/**
 * What a person draws to ask a model: regions of a document of their own, which no result holds. Tools draw here as they
 * do in an annotation.
 */

import {
  createRegion,
  deleteRegions,
  encode,
  History,
  IdSet,
  type JsonObject,
  LabelDocument,
  type Mark,
  type Region,
  type RegionId,
  sameJson,
  updateRegion,
  type WireItem,
} from '../model'
import type { Annotation, Place } from './annotation'
import { firstAnswers, type Refusal } from './labels'

/** Painting goes on stroke by stroke: a model is asked once the brush has rested. */
const PAINTED: ReadonlySet<string> = new Set(['mask', 'bitmask'])

export interface PromptEvents {
  /** A gesture has ended that changed something; of a painted one another stroke may come. */
  readonly changed: (painted: boolean) => void
  /** The prompts so far go, and others about something else begin. */
  readonly anew: () => void
}

export class Prompts {
  readonly document: LabelDocument
  readonly selection = new IdSet()
  private readonly history: History
  private gesture: Mark | undefined

  constructor(
    private readonly annotation: Annotation,
    private readonly on: PromptEvents,
  ) {
    this.document = new LabelDocument(annotation.config)
    this.history = new History(this.document.store)
    this.document.store.subscribe((diff) => this.selection.remove(...diff.removed.keys()))
  }

  get isEmpty(): boolean {
    return this.document.regionIds.get().length === 0
  }

  /** Where they were drawn: all of them lie on one page of one object. */
  get place(): Region | undefined {
    return this.document.regions()[0]
  }

  region(id: RegionId): Region | undefined {
    return this.document.region(id)
  }

  items = (): WireItem[] => encode(this.document)

  // ── what tools do

  isOutOfReach = (id: RegionId): boolean => this.region(id) === undefined

  choose(ids: Iterable<RegionId>): void {
    this.selection.set([...ids].filter((id) => this.document.store.has(id)))
  }

  begin(name: string): void {
    this.gesture = this.history.mark(name)
  }

  commit(): void {
    const changed = this.gesture !== undefined && this.history.canUndo
    this.gesture = undefined
    this.history.close()
    if (changed) this.changed()
  }

  bail(): void {
    if (this.gesture) this.history.bailTo(this.gesture)
    this.gesture = undefined
  }

  /** Takes the last prompt back; says whether there was one. */
  undo(): boolean {
    this.bail()
    const done = this.history.undo()
    if (done) this.changed()
    return done
  }

  /** Makes a prompt with the labels that are active now; one about something else is the first of its own. */
  create(place: Place): { readonly id: RegionId } | { readonly refused: Refusal } {
    const first = firstAnswers(this.annotation, place, 'smart')
    if ('refused' in first) return first
    const { target, itemIndex } = place
    const [one] = this.document.regions()
    const says = first.answers.map(({ value }) => value ?? null)
    const said = one && this.document.answersOf(one.id).map(({ value }) => value ?? null)
    if (one && !(one.target === target && one.itemIndex === itemIndex && sameJson(says, said ?? []))) {
      this.removeAll()
      this.on.anew()
    }
    this.annotation.session.selection.clear()
    return { id: createRegion(this.document, { ...place, answers: first.answers }) }
  }

  setShape(id: RegionId, shape: JsonObject, outer?: JsonObject): void {
    const change = outer ? { shape, outer: { ...this.region(id)?.outer, ...outer } } : { shape }
    updateRegion(this.document, id, change)
  }

  remove(ids: Iterable<RegionId>): RegionId[] {
    return deleteRegions(this.document, ids)
  }

  clear(): void {
    this.bail()
    this.removeAll()
    this.history.clear()
  }

  private removeAll(): void {
    deleteRegions(this.document, this.document.regionIds.get())
  }

  private changed(): void {
    this.on.changed(this.document.regions().some(({ kind }) => PAINTED.has(kind)))
  }
}
