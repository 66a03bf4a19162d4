/** What both directions of the codec know about an item: its own key, and which region its type speaks of. */

import { type KindName, kinds, type TagSpec, tags } from '../../spec.gen'
import { type Config, type Control, isObject, regionKind } from '../config'
import type { Json, JsonObject, Origin, WireItem } from '../records'

/** Result type, in any of its spellings → the tag that writes it. */
const tagOfType: ReadonlyMap<string, TagSpec> = new Map(
  Object.values(tags).flatMap((tag) =>
    tag.produces
      ? [tag.produces.type, ...(tag.produces.alsoType ?? [])].map((type): [string, TagSpec] => [type, tag])
      : [],
  ),
)

/** Kinds whose value is a list, which old files may give as a single string. */
const LISTS: ReadonlySet<KindName> = new Set<KindName>(['labels', 'choices', 'taxonomy', 'text'])

export const itemValue = (item: WireItem): JsonObject => (isObject(item.value) ? item.value : {})

export const isOrigin = (value: Json | undefined): value is Origin =>
  value === 'manual' || value === 'prediction' || value === 'prediction-changed'

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

/** Kind of the region that an item of this type draws, whatever else speaks of it. */
export function madeKind(config: Config, control: Control, target: string, type: string): KindName | undefined {
  const own = regionKind(config, control, target)
  if (own || !control.labels) return own
  // Plain Labels beside a bare shape may name the shape in their type.
  const kind = tagOfType.get(type)?.produces?.kind
  return kind && kinds[kind].role === 'region' ? kind : undefined
}

/** Whether a control says nothing but what and where a region is. */
export const isDrawing = (config: Config, control: Control, target: string): boolean =>
  (control.labels && control.produces.kind !== 'taxonomy') || regionKind(config, control, target) !== undefined

export const writesType = ({ produces }: Control, type: string): boolean =>
  produces.type === type || produces.alsoType?.includes(type) === true

/** Kinds that controls draw on an object, those that ask for most keys first. */
export function kindsOn(config: Config, target: string): readonly KindName[] {
  const found = new Set<KindName>()
  for (const control of config.controls.values()) {
    const kind = control.targets.includes(target) ? regionKind(config, control, target) : undefined
    if (kind) found.add(kind)
  }
  return [...found].sort((a, b) => kinds[b].required.length - kinds[a].required.length)
}

/** Whether a value holds a geometry of this kind, if only keys that stand in for it. */
export function hasGeometry(kind: KindName, value: JsonObject, own: string | undefined): boolean {
  const { required, geometry, standIns = [] } = kinds[kind]
  const needed = required.filter((key) => key !== own)
  if (needed.length > 0 && needed.every((key) => Object.hasOwn(value, key))) return true
  return geometry.length === 0 || standIns.some((key) => Object.hasOwn(value, key))
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
