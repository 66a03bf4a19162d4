/** What both directions of the codec know about an item: its own key, and which region its type speaks of. */

import { type KindName, kinds, type TagName, type TagSpec, tags } from '../../spec.gen'
import { type Config, type Control, isObject, regionKind } from '../config'
import type { Json, JsonObject, WireItem } from '../records'

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

/** The spelling that tags have today of a type that draws; undefined for one that draws nothing. */
export function typeOf(type: string): string | undefined {
  const produces = tagOfType.get(type)?.produces
  return produces && kinds[produces.kind].role === 'region' ? produces.type : undefined
}

/** Types that results of a control may have: plain Labels label what a bare shape beside them drew. */
export function resultTypes(config: Config, control: Control): ReadonlySet<string> {
  const { type, alsoType = [], key } = control.produces
  const types = new Set([type, ...alsoType])
  if (key === 'labels' && control.labels) {
    for (const other of config.controls.values()) {
      if (other.produces.key !== undefined || !other.targets.some((name) => control.targets.includes(name))) continue
      types.add(`${other.produces.type}labels`)
    }
  }
  return types
}

/** Region kinds that an object tag may carry, those that ask for most keys first. */
export function kindsOn(tag: TagName): readonly KindName[] {
  const found = new Set<KindName>()
  for (const [name, spec] of Object.entries(tags)) {
    if (!spec.produces || !(name === tag || spec.targets?.includes(tag))) continue
    const kind = spec.produces.regions?.[tag] ?? spec.produces.kind
    if (kinds[kind].role === 'region') found.add(kind)
  }
  return [...found].sort((a, b) => kinds[b].required.length - kinds[a].required.length || (a < b ? -1 : 1))
}

/** Whether a value holds a geometry of this kind, if only that of a draft saved in haste. */
export function hasGeometry(kind: KindName, value: JsonObject, own: string | undefined): boolean {
  const { required, geometry, draftGeometry = [] } = kinds[kind]
  const needed = required.filter((key) => key !== own)
  if (needed.length > 0 && needed.every((key) => Object.hasOwn(value, key))) return true
  return geometry.length === 0 || draftGeometry.some((key) => Object.hasOwn(value, key))
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
