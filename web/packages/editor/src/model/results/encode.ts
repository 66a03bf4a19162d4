/**
 * From records to the wire. An item that nobody touched is written as it came; of one that was touched only the changed
 * keys are, in their places. Never changes: geometry is repeated in every item of a region, relations stand last.
 */

import { type Control, isObject } from '../config'
import { isSaved } from '../config/visibility'
import type { LabelDocument } from '../document'
import { sameJson } from '../json'
import type { Answer, Json, JsonObject, Origin, Region, Relation, WireItem } from '../records'
import { isOrigin, itemValue, labelsShapes, ownKey, ownValue, splitsOff } from './items'

export function encode(document: LabelDocument): WireItem[] {
  const loaded: WireItem[] = []
  const fresh: WireItem[] = []
  const relations: WireItem[] = []
  for (const record of document.store.doc.values()) {
    if (record.record === 'relation') (record.raw ? loaded : relations).push(encodeRelation(record))
    else if (record.record === 'extra') loaded.push(record.raw)
    else if (record.record === 'answer') {
      const item = encodeAnswer(document, record)
      if (item) (record.raw ? loaded : fresh).push(item)
    }
  }
  // Relations that came between other items stay there; those at the end stay at the end.
  let end = loaded.length
  while (end > 0 && loaded[end - 1]?.type === 'relation') end -= 1
  return [...loaded.slice(0, end), ...fresh, ...loaded.slice(end), ...relations]
}

/** One answer as it would be saved now; undefined when the config's conditions keep it out. */
export function encodeAnswer(document: LabelDocument, answer: Answer): WireItem | undefined {
  const { config } = document
  const control = config.controls.get(answer.control)
  if (!control) return answer.raw
  const region = answer.region === undefined ? undefined : document.region(answer.region)
  if (answer.region !== undefined && !region) return undefined
  if (!isSaved(document, control, answer)) return undefined
  if (!region) return encodeGlobal(control, answer)
  if (travels(document, control, answer, region)) return undefined
  const merged = control.produces.mergesLabels ? travelling(document, region) : undefined
  return answer.raw
    ? overlay(document, control, answer, region, answer.raw, merged)
    : fresh(document, control, answer, region, merged)
}

function encodeGlobal(control: Control, answer: Answer): WireItem {
  const { raw, resultId, itemIndex, meta } = answer
  const changed = raw && !sameJson(answer.value, ownValue(control, raw))
  const origin = answer.origin === 'prediction' && changed ? 'prediction-changed' : (answer.origin ?? 'manual')
  if (!raw) {
    return {
      ...head(resultId ?? answer.id, answer, origin),
      ...(itemIndex === undefined ? {} : { item_index: itemIndex }),
      value: withOwn({}, control.produces.key, answer.value),
      ...(meta ? { meta } : {}),
    }
  }
  const item: WireItem = { ...raw }
  if (changed) item.value = withOwn({ ...itemValue(raw) }, ownKey(control, raw), answer.value)
  setOrigin(item, origin)
  if (changed) set(item, 'id', resultId ?? item.id)
  if (!sameJson(meta, isObject(raw.meta) ? raw.meta : undefined)) set(item, 'meta', meta)
  return item
}

function fresh(
  document: LabelDocument,
  control: Control,
  answer: Answer,
  region: Region,
  merged: Json | undefined,
): WireItem {
  const { key } = control.produces
  const value = withOwn({ ...without(region.shape, key) }, key, answer.value)
  const meta = { ...region.meta, ...answer.meta }
  return {
    ...head(region.id, answer, originNow(document, region)),
    ...region.outer,
    ...(region.itemIndex === undefined ? {} : { item_index: region.itemIndex }),
    value: merged === undefined ? value : { ...value, labels: merged },
    ...(region.score === undefined ? {} : { score: region.score }),
    ...(region.parent === undefined ? {} : { parentID: region.parent }),
    ...(region.readonly ? { readonly: true } : {}),
    ...(Object.keys(meta).length > 0 ? { meta } : {}),
  }
}

function overlay(
  document: LabelDocument,
  control: Control,
  answer: Answer,
  region: Region,
  raw: WireItem,
  merged: Json | undefined,
): WireItem {
  const item: WireItem = { ...raw }
  const before = region.loaded
  const value = overlayValue(document, control, answer, region, raw, merged)
  if (value) item.value = value
  if (item.id !== region.id && needsId(document, region)) item.id = region.id
  setOrigin(item, originNow(document, region))
  if (!sameJson(region.outer, before?.outer)) overlayChanges(item, region.outer ?? {}, before?.outer ?? {})
  if (region.itemIndex !== before?.itemIndex) set(item, 'item_index', region.itemIndex)
  if (region.score !== before?.score) set(item, 'score', region.score)
  if (region.readonly !== before?.readonly) set(item, 'readonly', region.readonly)
  if (region.parent !== before?.parent) {
    delete item.parent_id
    set(item, 'parentID', region.parent)
  }
  if (!sameJson(region.meta, before?.meta) || answer.meta) {
    const leadTime = isObject(item.meta) ? item.meta.lead_time : undefined
    const meta = { ...(leadTime === undefined ? {} : { lead_time: leadTime }), ...region.meta, ...answer.meta }
    set(item, 'meta', Object.keys(meta).length > 0 ? meta : undefined)
    delete item.normalization
  }
  return item
}

/** A control's own key may have the name of a geometry key, as the `text` of a TextArea on a span of text. */
function without(shape: JsonObject, own: string | undefined): JsonObject {
  if (own === undefined || !Object.hasOwn(shape, own)) return shape
  const { [own]: _own, ...rest } = shape
  return rest
}

/** The item's value with what changed in it; undefined when nothing did. */
function overlayValue(
  document: LabelDocument,
  control: Control,
  answer: Answer,
  region: Region,
  raw: WireItem,
  merged: Json | undefined,
): JsonObject | undefined {
  const own = ownKey(control, raw)
  const before = region.loaded?.shape
  const isMoved = !sameJson(region.shape, before)
  const isAnswered = !sameJson(answer.value, ownValue(control, raw))
  const isMerged = merged !== undefined || splitFrom(document, control, answer) !== undefined
  if (!isMoved && !isAnswered && !(isMerged && !sameJson(merged, itemValue(raw).labels))) return undefined
  const value: JsonObject = { ...itemValue(raw) }
  if (isMoved) overlayChanges(value, without(region.shape, own), without(before ?? {}, own))
  if (isAnswered) withOwn(value, own, answer.value)
  if (isMerged) set(value, 'labels', merged)
  return value
}

/** Writes what changed from `before` to `now`, and whatever of `now` is missing. */
function overlayChanges(target: JsonObject, now: JsonObject, before: JsonObject): void {
  for (const [key, value] of Object.entries(now)) {
    if (!Object.hasOwn(target, key) || !sameJson(value, before[key])) target[key] = value
  }
  for (const key of Object.keys(before)) if (!Object.hasOwn(now, key)) delete target[key]
}

function encodeRelation(relation: Relation): WireItem {
  const { raw, from, to, direction, labels, notes } = relation
  if (!raw) {
    return {
      type: 'relation',
      from_id: from,
      to_id: to,
      direction,
      ...(labels && labels.length > 0 ? { labels: [...labels] } : {}),
      ...(notes ? { notes } : {}),
    }
  }
  const item: WireItem = { ...raw }
  if (direction !== (raw.direction ?? 'right')) item.direction = direction
  if (!sameJson(labels && [...labels], raw.labels)) set(item, 'labels', labels && [...labels])
  if (notes !== raw.notes) set(item, 'notes', notes)
  return item
}

/** Origin on the wire: a prediction that somebody edited says so. */
export function originNow(document: LabelDocument, region: Region): Origin {
  return region.origin === 'prediction' && isEdited(document, region) ? 'prediction-changed' : region.origin
}

function isEdited(document: LabelDocument, region: Region): boolean {
  const { loaded } = region
  if (!loaded) return false
  return (
    !sameJson(region.shape, loaded.shape) ||
    !sameJson(region.meta, loaded.meta) ||
    document.answersOf(region.id).some((answer) => isChanged(document, region, answer)) ||
    loaded.answers.some((id) => !document.store.has(id))
  )
}

/** Items that came without an id stay so until something must refer to their region, or they are written anew. */
const needsId = (document: LabelDocument, region: Region): boolean =>
  isEdited(document, region) ||
  region.parent !== region.loaded?.parent ||
  document.childrenOf(region.id).length > 0 ||
  document.relationsOf(region.id).length > 0

function isChanged(document: LabelDocument, region: Region, answer: Answer): boolean {
  const control = document.config.controls.get(answer.control)
  if (!control) return false
  if (!answer.raw) return !travels(document, control, answer, region)
  if (!sameJson(answer.value, ownValue(control, answer.raw))) return true
  if (!control.produces.mergesLabels) return false
  const { labels } = itemValue(answer.raw)
  return !sameJson(travelling(document, region), splitFrom(document, control, answer) ? labels : undefined)
}

/** The set that labels inside this shape's item were split off to, unless it has an item of its own as well. */
function splitFrom(
  { config, answer }: LabelDocument,
  shape: Control,
  { raw, region, target }: Answer,
): Control | undefined {
  if (!raw || !shape.produces.mergesLabels || region === undefined) return undefined
  const set = splitsOff(config, target, itemValue(raw).labels)
  return set && answer(set.name, { region, target })?.raw ? undefined : set
}

/** Labels without an item of their own travel inside that of the shape. */
function travels(document: LabelDocument, control: Control, answer: Answer, region: Region): boolean {
  if (answer.raw || !labelsShapes(document.config, control, region.target)) return false
  return document
    .answersOf(region.id)
    .some((other) => document.config.controls.get(other.control)?.produces.mergesLabels)
}

function travelling(document: LabelDocument, region: Region): Json | undefined {
  const sets = document.answersOf(region.id).filter((answer) => {
    const control = document.config.controls.get(answer.control)
    return control !== undefined && !answer.raw && labelsShapes(document.config, control, region.target)
  })
  return sets.length === 0 ? undefined : sets.flatMap((answer) => (Array.isArray(answer.value) ? answer.value : []))
}

const head = (id: string, answer: Answer, origin: Origin): WireItem => ({
  id,
  from_name: answer.control,
  to_name: answer.target,
  type: answer.type,
  origin,
})

function withOwn(value: JsonObject, key: string | undefined, own: Json | undefined): JsonObject {
  if (key !== undefined) set(value, key, own)
  return value
}

function set(item: JsonObject, key: string, value: Json | undefined): void {
  if (value === undefined) delete item[key]
  else if (!sameJson(item[key], value)) item[key] = value
}

/** Items without an origin count as made by hand; they stay as they are. */
function setOrigin(item: WireItem, origin: Origin): void {
  const written = isOrigin(item.origin) ? item.origin : 'manual'
  if (written !== origin) item.origin = origin
}
