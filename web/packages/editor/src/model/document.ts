/**
 * The document read through its config: which answers a region has, what its labels are, what says what about an object.
 * Changing it is for `edit`; saving it for `results`.
 */

import type { Config, Control, Option } from './config'
import { Grouping } from './grouping'
import { answerId } from './ids'
import { labelsIn, pathOf, titleOfLabel } from './labels'
import type { Readable } from './reactive'
import type { Answer, Diff, DocRecord, Extra, Json, Region, RegionId, Relation } from './records'
import { type DecodeOptions, decode, type ResultProblem } from './results/decode'
import { Store } from './store'

const isRegion = (record: DocRecord): record is Region => record.record === 'region'
const isAnswer = (record: DocRecord): record is Answer => record.record === 'answer'
const isRelation = (record: DocRecord): record is Relation => record.record === 'relation'
const isExtra = (record: DocRecord): record is Extra => record.record === 'extra'

/** One label of a region, with the control that gave it; `option` is undefined for one the config does not know. */
export interface RegionLabel {
  readonly control: Control
  /** What tells it apart from the control's other labels. */
  readonly key: string
  readonly stored: string
  readonly option: Option | undefined
  /** What a person reads. */
  readonly title: string
}

export class LabelDocument {
  readonly config: Config
  readonly store: Store
  /** Ids of all regions in saving order: the same list while regions only change. */
  readonly regionIds: Readable<readonly RegionId[]>
  /** In saving order: the same list until a relation changes. */
  readonly relations: Readable<readonly Relation[]>
  /** What each region hangs on: the same map until the tree changes, or its order. */
  readonly parents: Readable<ReadonlyMap<RegionId, RegionId | undefined>>
  private readonly byRegion: Grouping<Answer>
  private readonly byControl: Grouping<Answer>
  private readonly byTarget: Grouping<Region>
  private readonly byParent: Grouping<Region>
  private readonly relationsByRegion: Grouping<Relation>
  private readonly extrasById: Grouping<Extra>

  constructor(config: Config, records: Iterable<DocRecord> = []) {
    this.config = config
    this.store = new Store(records)
    this.byRegion = new Grouping(this.store, isAnswer, ({ region }) => (region === undefined ? [] : [region]))
    this.byControl = new Grouping(this.store, isAnswer, ({ control }) => [control])
    this.byTarget = new Grouping(this.store, isRegion, ({ target }) => [target])
    this.byParent = new Grouping(this.store, isRegion, ({ parent }) => (parent === undefined ? [] : [parent]))
    this.relationsByRegion = new Grouping(this.store, isRelation, ({ from, to }) => [from, to])
    this.extrasById = new Grouping(this.store, isExtra, ({ raw }) => (typeof raw?.id === 'string' ? [raw.id] : []))
    this.regionIds = this.store.derive(regionIdsOf, regionsCameOrWent)
    this.relations = this.store.derive(({ doc }) => [...doc.values()].filter(isRelation), relationsChanged)
    this.parents = this.store.derive(parentsIn, (diff) => regionsCameOrWent(diff) || parentsChanged(diff))
  }

  /** Reads a `result` list; what could not be read is in `problems`, and is kept. */
  static decode(
    config: Config,
    result: readonly Json[],
    options?: DecodeOptions,
  ): { readonly document: LabelDocument; readonly problems: readonly ResultProblem[] } {
    const { records, problems } = decode(result, config, options)
    return { document: new LabelDocument(config, records), problems }
  }

  region(id: RegionId): Region | undefined {
    const record = this.store.get(id)
    return record && isRegion(record) ? record : undefined
  }

  regions(): Region[] {
    return this.regionIds.get().flatMap((id) => this.region(id) ?? [])
  }

  /** Regions on an object, in saving order; the same list until one of them changes. */
  regionsOn = (target: string): readonly Region[] => this.byTarget.of(target)

  followRegionsOn = (target: string): Readable<readonly Region[]> => this.byTarget.group(target)

  childrenOf = (id: RegionId): readonly Region[] => this.byParent.of(id)

  /** What controls say about a region. */
  answersOf = (id: RegionId): readonly Answer[] => this.byRegion.of(id)

  followAnswersOf = (id: RegionId): Readable<readonly Answer[]> => this.byRegion.group(id)

  /** Everything one control says. */
  answersBy = (control: string): readonly Answer[] => this.byControl.of(control)

  followAnswersBy = (control: string): Readable<readonly Answer[]> => this.byControl.group(control)

  relation(id: string): Relation | undefined {
    const record = this.store.get(id)
    return record && isRelation(record) ? record : undefined
  }

  relationsOf = (id: RegionId): readonly Relation[] => this.relationsByRegion.of(id)

  extrasOf = (id: RegionId): readonly Extra[] => this.extrasById.of(id)

  answer = (control: string, about: { region?: RegionId; target: string; itemIndex?: number }): Answer | undefined => {
    const record = this.store.get(answerId(control, about))
    return record && isAnswer(record) ? record : undefined
  }

  /** The labels of a region, in the order in which they were given. */
  labelsOf(id: RegionId): RegionLabel[] {
    return this.answersOf(id).flatMap((answer) => {
      const control = this.config.controls.get(answer.control)
      if (!control?.labels) return []
      return labelsIn(control, answer.value).map((key) => ({
        control,
        key,
        stored: pathOf(control, key).at(-1) ?? '',
        option: control.byLabel.get(key),
        title: titleOfLabel(control, key),
      }))
    })
  }

  /** How many regions carry a label of this control. */
  usesOf(control: Control, label: string): number {
    return this.answersBy(control.name).filter((answer) => labelsIn(control, answer.value).includes(label)).length
  }

  /** The colour a region is drawn in; undefined without a label that has one. */
  colourOf(id: RegionId): string | undefined {
    return this.labelsOf(id).find(({ option }) => option)?.option?.colour
  }
}

const regionIdsOf = (store: Store): RegionId[] => [...store.doc.values()].filter(isRegion).map((region) => region.id)

function regionsCameOrWent({ added, removed, moved }: Diff): boolean {
  if (moved.size > 0) return true
  for (const record of added.values()) if (isRegion(record)) return true
  for (const record of removed.values()) if (isRegion(record)) return true
  return false
}

function relationsChanged({ added, updated, removed }: Diff): boolean {
  for (const changed of [added, removed]) for (const record of changed.values()) if (isRelation(record)) return true
  for (const [, after] of updated.values()) if (isRelation(after)) return true
  return false
}

const parentsIn = (store: Store): Map<RegionId, RegionId | undefined> =>
  new Map([...store.doc.values()].filter(isRegion).map(({ id, parent }) => [id, parent]))

function parentsChanged({ updated }: Diff): boolean {
  for (const [before, after] of updated.values()) {
    if (isRegion(before) && isRegion(after) && before.parent !== after.parent) return true
  }
  return false
}
