/**
 * From the wire to records. One region is several items that repeat its geometry; they may come in any order, and
 * those of perRegion controls may carry nothing but their own key. A bad item never loses the good ones: what cannot be
 * understood becomes an `Extra` in its place and is saved as it came. Problems carry the index of their item.
 */

import { type KindName, kinds } from '../../spec.gen'
import { type Config, type Control, isObject } from '../config'
import { answerId, newId, relationId } from '../ids'
import type { Answer, DocRecord, Json, JsonObject, Origin, Region, Relation, WireItem } from '../records'
import {
  geometryOf,
  hasGeometry,
  isDrawing,
  isOrigin,
  itemValue,
  kindsOn,
  madeKind,
  ownKey,
  ownValue,
  pick,
  splitsOff,
  stringAt,
  writesType,
} from './items'

export type ResultProblemCode =
  | 'not-an-item'
  | 'unknown-control'
  | 'unknown-object'
  | 'dangling-answer'
  | 'dangling-relation'
  | 'duplicate'

export interface ResultProblem {
  /** Position in the `result` list. */
  readonly index: number
  readonly code: ResultProblemCode
}

export interface Decoded {
  /** In saving order. */
  readonly records: readonly DocRecord[]
  /** By position. */
  readonly problems: readonly ResultProblem[]
}

export interface DecodeOptions {
  /** Origin of items that name none: `prediction` when a prediction is opened or copied. */
  readonly origin?: Origin
  /** Id of an item without one. */
  readonly newId?: () => string
}

interface Item {
  readonly index: number
  readonly raw: WireItem
  readonly id: string
  readonly control: Control
  readonly target: string
  readonly type: string
}

interface Group {
  readonly target: string
  readonly kind: KindName
  /** The item whose geometry is that of the region. */
  readonly drawing: Item
  readonly items: Item[]
}

export function decode(result: readonly Json[], config: Config, options: DecodeOptions = {}): Decoded {
  return new Decoder(result, config, options).decode()
}

class Decoder {
  private readonly result: readonly Json[]
  private readonly config: Config
  private readonly origin: Origin
  private readonly newId: () => string
  /** Items that were understood, by position. */
  private readonly items = new Map<number, Item>()
  private readonly problems = new Map<number, ResultProblemCode>()
  private readonly groups = new Map<string, Group>()
  private readonly records = new Map<string, DocRecord>()

  constructor(result: readonly Json[], config: Config, options: DecodeOptions) {
    this.result = result
    this.config = config
    this.origin = options.origin ?? 'manual'
    this.newId = options.newId ?? newId
  }

  decode(): Decoded {
    this.result.forEach((raw, index) => {
      const read = this.read(raw, index)
      if (typeof read === 'string') this.problems.set(index, read)
      else if (read) this.items.set(index, read)
    })
    this.groupRegions()
    this.findMisplaced()
    this.findDuplicates()
    this.result.forEach((raw, index) => {
      const item = this.items.get(index)
      if (this.problems.has(index)) this.keep(raw, index)
      else if (!item) this.addRelation(raw as WireItem)
      else this.add(item)
    })
    const problems = [...this.problems].sort(([a], [b]) => a - b).map(([index, code]) => ({ index, code }))
    return { records: [...this.records.values()], problems }
  }

  /** An item, what is wrong with it, or undefined for a relation. */
  private read(raw: Json, index: number): Item | ResultProblemCode | undefined {
    const type = isObject(raw) ? stringAt(raw, 'type') : undefined
    if (!isObject(raw) || type === undefined) return 'not-an-item'
    if (type === 'relation')
      return typeof raw.from_id === 'string' && typeof raw.to_id === 'string' ? undefined : 'not-an-item'
    if (!isObject(raw.value)) return 'not-an-item'
    const control = this.controlFor(stringAt(raw, 'from_name'), stringAt(raw, 'to_name'), type)
    if (!control) return 'unknown-control'
    const target = stringAt(raw, 'to_name') ?? control.targets[0] ?? control.name
    const isSelf = control.produces.toSelf && target === control.name
    if (!isSelf && !this.config.objects.has(target)) return 'unknown-object'
    const written = typeof raw.id === 'number' ? String(raw.id) : stringAt(raw, 'id')
    return { index, raw, id: written || this.newId(), control, target, type }
  }

  /** By name; else a control of the object that could have written this type. */
  private controlFor(fromName: string | undefined, toName: string | undefined, type: string): Control | undefined {
    const named = fromName === undefined ? undefined : this.config.controls.get(fromName)
    if (named || toName === undefined) return named
    const candidates = [...this.config.controls.values()].filter((control) => control.targets.includes(toName))
    const shape = type.replace(/labels$/, '')
    return (
      candidates.find((control) => writesType(control, type)) ??
      candidates.find((control) => writesType(control, shape) || writesType(control, `${shape}labels`)) ??
      (type.endsWith('labels') ? candidates.find((control) => writesType(control, 'labels')) : undefined)
    )
  }

  /** Which items speak of a region: those that draw one, then those that repeat a geometry, then those that share its id. */
  private groupRegions(): void {
    for (const kindOf of [this.drawnKind, this.repeatedKind]) {
      for (const item of this.items.values()) {
        const kind = this.groups.has(item.id) ? undefined : kindOf(item)
        if (kind) this.groups.set(item.id, { target: item.target, kind, drawing: item, items: [] })
      }
    }
    for (const item of this.items.values()) this.groupOf(item)?.items.push(item)
  }

  private readonly drawnKind = ({ control, target, type, raw }: Item): KindName | undefined => {
    const kind = madeKind(this.config, control, target, type)
    return kind && hasGeometry(kind, itemValue(raw), ownKey(control, raw)) ? kind : undefined
  }

  private readonly repeatedKind = ({ control, target, raw }: Item): KindName | undefined => {
    return kindsOn(this.config, target).find((kind) => hasGeometry(kind, itemValue(raw), ownKey(control, raw)))
  }

  private groupOf(item: Item): Group | undefined {
    const group = this.groups.get(item.id)
    return group?.target === item.target ? group : undefined
  }

  /** What can only be said about a region, without one; relations between what is not there. */
  private findMisplaced(): void {
    for (const item of this.items.values()) {
      const needsRegion = item.control.scope === 'region' || isDrawing(this.config, item.control, item.target)
      if (needsRegion && !this.groupOf(item)) this.problems.set(item.index, 'dangling-answer')
    }
    for (const { index, from, to } of this.relations()) {
      if (!this.groups.has(from) || !this.groups.has(to)) this.problems.set(index, 'dangling-relation')
    }
  }

  /** A control answers once: about a region the first counts, about an object the last. Of two relations, the first. */
  private findDuplicates(): void {
    const kept = new Map<string, number>()
    for (const item of this.items.values()) {
      if (this.problems.has(item.index)) continue
      const id = this.answerIdOf(item)
      const earlier = kept.get(id)
      if (earlier !== undefined) this.problems.set(this.groupOf(item) ? item.index : earlier, 'duplicate')
      if (earlier === undefined || !this.groupOf(item)) kept.set(id, item.index)
    }
    for (const { index, from, to } of this.relations()) {
      const id = relationId(from, to)
      if (kept.has(id)) this.problems.set(index, 'duplicate')
      else kept.set(id, index)
    }
  }

  /** Relations that were understood so far. */
  private relations(): { readonly index: number; readonly from: string; readonly to: string }[] {
    return this.result.flatMap((raw, index) => {
      if (this.items.has(index) || this.problems.has(index) || !isObject(raw)) return []
      return [{ index, from: String(raw.from_id), to: String(raw.to_id) }]
    })
  }

  private answerIdOf(item: Item): string {
    const { control, target, raw } = item
    if (this.groupOf(item)) return answerId(control.name, { region: item.id, target })
    const itemIndex = numberAt([raw], 'item_index')
    return answerId(control.name, { target, ...(itemIndex === undefined ? {} : { itemIndex }) })
  }

  private add(item: Item): void {
    const group = this.groupOf(item)
    if (!group) {
      this.addGlobal(item)
      return
    }
    if (!this.records.has(item.id)) this.records.set(item.id, this.region(item.id, group))
    const { control, target, type, raw } = item
    const id = this.answerIdOf(item)
    const value = ownValue(control, raw)
    this.records.set(id, { record: 'answer', id, control: control.name, target, type, region: item.id, value, raw })
    this.splitLabels(item, group)
  }

  /** Video: labels stand in the item of the shape; inside they are an answer of the control that knows them. */
  private splitLabels({ id: region, raw, target, control: shape }: Item, group: Group): void {
    const { labels } = itemValue(raw)
    const control = shape.produces.mergesLabels ? splitsOff(this.config, target, labels) : undefined
    if (!control || group.items.some((other) => other.control === control)) return
    const id = answerId(control.name, { region, target })
    const { type } = control.produces
    this.records.set(id, { record: 'answer', id, control: control.name, target, type, region, value: labels })
  }

  private region(id: string, { kind, target, drawing, items }: Group): Region {
    const shape = geometryOf(kind, itemValue(drawing.raw), ownKey(drawing.control, drawing.raw))
    let outer: JsonObject = {}
    for (const { raw } of items) outer = { ...pick(raw, kinds[kind].outer), ...outer }
    const raws = items.map((item) => item.raw)
    const region: Omit<Region, 'loaded'> = {
      record: 'region',
      id,
      target,
      kind,
      shape,
      origin: this.originOf(raws),
      ...outerFields(raws),
      ...(Object.keys(outer).length > 0 ? { outer } : {}),
    }
    return { ...region, loaded: { ...region, answers: items.map((item) => this.answerIdOf(item)) } }
  }

  private addGlobal(item: Item): void {
    const { control, target, type, raw, id: resultId } = item
    const itemIndex = numberAt([raw], 'item_index')
    const id = this.answerIdOf(item)
    const answer: Answer = {
      record: 'answer',
      id,
      control: control.name,
      target,
      type,
      value: ownValue(control, raw),
      resultId,
      origin: this.originOf([raw]),
      ...(itemIndex === undefined ? {} : { itemIndex }),
      ...(isObject(raw.meta) ? { meta: raw.meta } : {}),
      raw,
    }
    this.records.set(id, answer)
  }

  private addRelation(raw: WireItem): void {
    const from = String(raw.from_id)
    const to = String(raw.to_id)
    const id = relationId(from, to)
    const { direction, labels, notes } = raw
    const relation: Relation = {
      record: 'relation',
      id,
      from,
      to,
      direction: direction === 'left' || direction === 'bi' ? direction : 'right',
      ...(Array.isArray(labels) ? { labels: labels.filter((one) => typeof one === 'string') } : {}),
      ...(typeof notes === 'string' ? { notes } : {}),
      raw,
    }
    this.records.set(id, relation)
  }

  private originOf(raws: readonly WireItem[]): Origin {
    return raws.map((raw) => raw.origin).find(isOrigin) ?? this.origin
  }

  private keep(raw: Json, index: number): void {
    const id = `extra:${index}`
    this.records.set(id, { record: 'extra', id, raw: raw as WireItem })
  }
}

/** Outer keys that every item of a region repeats: the first that has one decides. */
function outerFields(raws: readonly WireItem[]): Partial<Region> {
  const parent = raws.map((raw) => stringAt(raw, 'parentID') ?? stringAt(raw, 'parent_id')).find((id) => id)
  const note = raws.map((raw) => stringAt(raw, 'normalization')).find((one) => one)
  const meta = raws.map((raw) => raw.meta).find(isObject) ?? (note === undefined ? undefined : { text: [note] })
  const itemIndex = numberAt(raws, 'item_index')
  const score = numberAt(raws, 'score')
  return {
    ...(itemIndex === undefined ? {} : { itemIndex }),
    ...(parent === undefined ? {} : { parent }),
    ...(score === undefined ? {} : { score }),
    ...(raws.some((raw) => raw.readonly === true) ? { readonly: true } : {}),
    ...(raws.some((raw) => raw.hidden === true) ? { hidden: true } : {}),
    ...(meta === undefined ? {} : { meta }),
  }
}

function numberAt(raws: readonly WireItem[], key: string): number | undefined {
  return raws.map((raw) => raw[key]).find((value) => typeof value === 'number')
}
