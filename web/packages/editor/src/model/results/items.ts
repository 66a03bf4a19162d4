/** What both directions of the codec know about an item: its own key, and which region its type speaks of. */

import { type KindName, kinds, type TagName, tags } from '../../spec.gen'
import { type Config, type Control, isObject, regionKind } from '../config'
import type { Json, JsonObject, WireItem } from '../records'

/** Result type → kind of the region that an item of this type holds whatever its control. */
const kindOfType: ReadonlyMap<string, KindName> = new Map(
  Object.values(tags).flatMap(({ produces }) => {
    if (!produces || kinds[produces.kind].role !== 'region') return []
    return [produces.type, ...(produces.alsoType ?? [])].map((type): [string, KindName] => [type, produces.kind])
  }),
)

/** Kinds whose value is a list, which old files may give as a single string. */
const LISTS: ReadonlySet<KindName> = new Set<KindName>(['labels', 'choices', 'taxonomy', 'text'])

export const itemValue = (item: WireItem): JsonObject => (isObject(item.value) ? item.value : {})

export const stringAt = (item: JsonObject, key: string): string | undefined => {
  const value = item[key]
  return typeof value === 'string' ? value : undefined
}

/** The key of `value` that holds what the control itself says; undefined for a bare shape. */
export function ownKey(control: Control, item?: WireItem): string | undefined {
  const { key, alsoKey = [] } = control.produces
  if (!item) return key
  const value = itemValue(item)
  const candidates = control.labels ? [stringAt(item, 'type'), key, ...alsoKey, 'labels'] : [key, ...alsoKey]
  return candidates.find((name) => name !== undefined && Object.hasOwn(value, name)) ?? key
}

/** What the control says in this item. A single string where a list belongs counts as a list of one. */
export function ownValue(control: Control, item: WireItem): Json | undefined {
  const key = ownKey(control, item)
  const value = key === undefined ? undefined : itemValue(item)[key]
  const isList = control.labels || LISTS.has(control.produces.kind)
  return isList && typeof value === 'string' ? [value] : value
}

/** Kind of the region that an item makes by itself, without others of its id. */
export function madeKind(config: Config, control: Control, target: string, type: string): KindName | undefined {
  const byControl = regionKind(config, control, target)
  if (byControl || !control.labels) return byControl
  // Plain Labels beside a bare shape may name the shape in their type.
  return kindOfType.get(type)
}

/** Kind of region whose geometry stands in a value, among those that can be on this object. */
export function sniffKind(config: Config, target: string, value: JsonObject): KindName | undefined {
  for (const control of config.controls.values()) {
    if (!control.targets.includes(target)) continue
    const kind = regionKind(config, control, target)
    const required = kind ? kinds[kind].required : []
    if (required.length > 0 && required.every((key) => Object.hasOwn(value, key))) return kind
  }
  return undefined
}

/** The part of a value that is geometry of this kind. A kind without named keys takes all but the control's own. */
export function geometryOf(kind: KindName, value: JsonObject, own: string | undefined): JsonObject {
  const named = kinds[kind].geometry
  const keys = named.length > 0 ? named.filter((key) => Object.hasOwn(value, key)) : Object.keys(value)
  return pick(
    value,
    keys.filter((key) => key !== own),
  )
}

export function pick(from: JsonObject, keys: readonly string[]): JsonObject {
  const picked: JsonObject = {}
  for (const key of keys) if (Object.hasOwn(from, key)) picked[key] = from[key] as Json
  return picked
}

/** Whether labels of plain `Labels` travel inside the items of this shape control. */
export const mergesLabels = (control: Control): boolean => control.produces.mergesLabels === true

/** A set of labels that makes no region of its own on this object: it labels what a bare shape drew. */
export const labelsShapes = (config: Config, control: Control, target: string): boolean =>
  control.labels && control.targets.includes(target) && regionKind(config, control, target) === undefined

/** The set that labels inside a shape's item belong to: the one that knows the first of them. */
export function splitsOff(config: Config, target: string, labels: Json | undefined): Control | undefined {
  const first = Array.isArray(labels) ? labels[0] : undefined
  if (typeof first !== 'string') return undefined
  const sets = [...config.controls.values()].filter((control) => labelsShapes(config, control, target))
  return sets.find((set) => set.byStored.has(first)) ?? sets.find((set) => set.dynamic)
}

export const isTagOfType = (tag: TagName, type: string): boolean => {
  const { produces } = tags[tag]
  return produces?.type === type || produces?.alsoType?.includes(type) === true
}
