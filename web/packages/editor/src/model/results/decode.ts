/**
 * From the wire to records. One region is several items that repeat its geometry; they may come in any order, and
 * those of perRegion controls may carry nothing but their own key. A bad item never loses the good ones: what cannot be
 * understood becomes an `Extra` in its place and is saved as it came. Problems carry the index of their item.
 */

import { type KindName, kinds } from '../../spec.gen'
import { type Config, type Control, isObject, regionKind } from '../config'
import { answerId, newId, relationId } from '../ids'
import type { Answer, DocRecord, Json, JsonObject, Origin, Region, Relation, WireItem } from '../records'
import {
  geometryOf,
  isTagOfType,
  itemValue,
  madeKind,
  mergesLabels,
  ownKey,
  ownValue,
  pick,
  sniffKind,
  splitsOff,
  stringAt,
} from './items'

export type ResultProblemCode = 'not-an-item' | 'unknown-control' | 'unknown-object' | 'duplicate' | 'dangling-relation'

export interface ResultProblem {
  /** Position in the `result` list. */
  readonly index: number
  readonly code: ResultProblemCode
}

export interface Decoded {
  /** In saving order. */
  readonly records: readonly DocRecord[]
  readonly problems: readonly ResultProblem[]
}

export interface DecodeOptions {
  /** Origin of items that name none: `prediction` when a prediction is opened or copied. */
  readonly origin?: Origin
  readonly newId?: () => string
}

interface Item {
  readonly index: number
  readonly raw: WireItem
  readonly id: string
  readonly control: Control
  readonly target: string
  readonly type: string
  kind: KindName | undefined
}

export function decode(result: readonly Json[], config: Config, options: DecodeOptions = {}): Decoded {
  return new Decoder(config, options).decode(result)
}

class Decoder {
  private readonly config: Config
  private readonly origin: Origin
  private readonly newId: () => string
  private readonly records = new Map<string, DocRecord>()
  private readonly problems: ResultProblem[] = []
  private readonly globalAt = new Map<string, number>()

  constructor(config: Config, options: DecodeOptions) {
    this.config = config
    this.origin = options.origin ?? 'manual'
    this.newId = options.newId ?? newId
  }

  decode(result: readonly Json[]): Decoded {
    const items = result.map((raw, index) => this.read(raw, index))
    const regions = this.groupRegions(items)
    result.forEach((raw, index) => {
      const item = items[index]
      if (!item) {
        if (isObject(raw) && raw.type === 'relation') return
        this.keep(raw, index)
      } else if (item.kind) {
        this.addToRegion(item, regions.get(item.id) ?? [])
      } else {
        this.addGlobal(item)
      }
    })
    result.forEach((raw, index) => {
      if (!items[index] && isObject(raw) && raw.type === 'relation') this.addRelation(raw, index)
    })
    return { records: [...this.records.values()], problems: this.problems }
  }

  private read(raw: Json, index: number): Item | undefined {
    if (!isObject(raw)) return this.complain(index, 'not-an-item')
    const type = stringAt(raw, 'type')
    if (type === 'relation') return undefined
    if (type === undefined || !isObject(raw.value)) return this.complain(index, 'not-an-item')
    const toName = stringAt(raw, 'to_name')
    const control = this.controlFor(stringAt(raw, 'from_name'), toName, type)
    if (!control) return this.complain(index, 'unknown-control')
    const target = toName ?? control.targets[0] ?? control.name
    if (!this.config.objects.has(target) && target !== control.name) return this.complain(index, 'unknown-object')
    const kind = madeKind(this.config, control, target, type)
    const id = typeof raw.id === 'number' ? String(raw.id) : (stringAt(raw, 'id') ?? this.newId())
    return { index, raw, id, control, target, type, kind }
  }

  /** By name; else a control of the object that could have written this type. */
  private controlFor(fromName: string | undefined, toName: string | undefined, type: string): Control | undefined {
    const named = fromName === undefined ? undefined : this.config.controls.get(fromName)
    if (named || toName === undefined) return named
    const candidates = [...this.config.controls.values()].filter((control) => control.targets.includes(toName))
    const shape = type.replace(/labels$/, '')
    return (
      candidates.find((control) => isTagOfType(control.tag, type)) ??
      candidates.find((control) => isTagOfType(control.tag, shape) || isTagOfType(control.tag, `${shape}labels`)) ??
      (type.endsWith('labels') ? candidates.find((control) => isTagOfType(control.tag, 'labels')) : undefined)
    )
  }

  /** Decides which items speak of a region: those that make one, those that share its id, those that hold geometry. */
  private groupRegions(items: readonly (Item | undefined)[]): ReadonlyMap<string, readonly Item[]> {
    const kindOf = new Map<string, KindName>()
    for (const item of items) if (item?.kind && !kindOf.has(item.id)) kindOf.set(item.id, item.kind)
    const groups = new Map<string, Item[]>()
    for (const item of items) {
      if (!item) continue
      item.kind = kindOf.get(item.id) ?? sniffKind(this.config, item.target, itemValue(item.raw))
      if (!item.kind) continue
      kindOf.set(item.id, item.kind)
      const group = groups.get(item.id)
      if (group) group.push(item)
      else groups.set(item.id, [item])
    }
    return groups
  }

  private addToRegion(item: Item, group: readonly Item[]): void {
    if (!this.records.has(item.id)) this.records.set(item.id, this.region(item, group))
    const { control, target, type, raw } = item
    const id = answerId(control.name, { region: item.id, target })
    if (this.records.has(id)) {
      this.complain(item.index, 'duplicate')
      this.keep(raw, item.index)
      return
    }
    const value = ownValue(control, raw)
    this.records.set(id, { record: 'answer', id, control: control.name, target, type, region: item.id, value, raw })
    if (mergesLabels(control)) this.splitLabels(item)
  }

  /** Video: labels stand in the item of the shape; inside they are an answer of the control that knows them. */
  private splitLabels({ id: region, raw, target }: Item): void {
    const { labels } = itemValue(raw)
    const control = splitsOff(this.config, target, labels)
    if (!control) return
    const id = answerId(control.name, { region, target })
    if (this.records.has(id)) return
    const { type } = control.produces
    this.records.set(id, { record: 'answer', id, control: control.name, target, type, region, value: labels })
  }

  private region(first: Item, group: readonly Item[]): Region {
    const kind = first.kind as KindName
    let shape: JsonObject = {}
    let outer: JsonObject = {}
    for (const { raw, control } of group) {
      const geometry = geometryOf(kind, itemValue(raw), ownKey(control, raw))
      // Kinds without named keys would take what other controls say for geometry.
      if (kinds[kind].geometry.length > 0 || regionKind(this.config, control, first.target)) {
        shape = { ...geometry, ...shape }
      }
      outer = { ...pick(raw, kinds[kind].outer), ...outer }
    }
    const raws = group.map((item) => item.raw)
    const region: Omit<Region, 'loaded'> = {
      record: 'region',
      id: first.id,
      target: first.target,
      kind,
      shape: inOrder(shape, kinds[kind].geometry),
      origin: this.originOf(raws),
      ...outerFields(raws),
      ...(Object.keys(outer).length > 0 ? { outer } : {}),
    }
    const answers = group.map(({ control, target }) => answerId(control.name, { region: first.id, target }))
    return { ...region, loaded: { ...region, answers } }
  }

  private addGlobal(item: Item): void {
    const { control, target, type, raw, id: resultId } = item
    const itemIndex = numberAt([raw], 'item_index')
    const id = answerId(control.name, { target, ...(itemIndex === undefined ? {} : { itemIndex }) })
    // Of two answers the later one counts, as in Label Studio.
    const earlier = this.globalAt.get(id)
    if (earlier !== undefined && this.records.delete(id)) this.complain(earlier, 'duplicate')
    this.globalAt.set(id, item.index)
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

  private addRelation(raw: WireItem, index: number): void {
    const from = stringAt(raw, 'from_id')
    const to = stringAt(raw, 'to_id')
    if (from === undefined || to === undefined) {
      this.complain(index, 'not-an-item')
      this.keep(raw, index)
      return
    }
    if (this.records.get(from)?.record !== 'region' || this.records.get(to)?.record !== 'region') {
      this.complain(index, 'dangling-relation')
      this.keep(raw, index)
      return
    }
    const id = relationId(from, to)
    if (this.records.has(id)) {
      this.complain(index, 'duplicate')
      return
    }
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
    const origin = raws.map((raw) => raw.origin).find((one) => one !== undefined)
    return origin === 'prediction' || origin === 'prediction-changed' || origin === 'manual' ? origin : this.origin
  }

  private keep(raw: Json, index: number): void {
    const id = `extra:${index}`
    this.records.set(id, { record: 'extra', id, raw: raw as WireItem })
  }

  private complain(index: number, code: ResultProblemCode): undefined {
    this.problems.push({ index, code })
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

/** Geometry keys as the kind orders them, whatever item they came from. */
function inOrder(shape: JsonObject, keys: readonly string[]): JsonObject {
  return keys.length > 0 ? pick(shape, keys) : shape
}
