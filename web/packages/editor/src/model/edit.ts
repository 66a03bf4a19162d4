/**
 * What a person can do to a document. Each is one transaction on behalf of the user; the caller sets the mark. What may
 * not be done is refused with a reason, never done by half.
 */

import { type Control, isObject, regionKind } from './config'
import type { LabelDocument } from './document'
import { answerId, newId, relationId } from './ids'
import { labelsIn, labelValue } from './labels'
import type { Answer, Json, JsonObject, Region, RegionId, Relation } from './records'
import type { Transaction } from './store'

export type RefusalCode = 'read-only' | 'max-usages' | 'last-label' | 'wrong-shape'

export interface Refusal {
  readonly code: RefusalCode
  readonly label?: string
  readonly limit?: number
}

/** What a control says at once when its region is made; without labels a bare shape, or a blank label. */
export interface FirstAnswer {
  readonly control: string
  readonly value?: Json
}

export interface NewRegion {
  readonly target: string
  readonly kind: string
  readonly shape: JsonObject
  readonly answers: readonly FirstAnswer[]
  readonly itemIndex?: number
  readonly outer?: JsonObject
  readonly meta?: JsonObject
  readonly id?: RegionId
  readonly origin?: Region['origin']
}

const user = { source: 'user' } as const

/** Region ids that must not change, beyond those that are `readonly`: what is locked in this session. */
export type Locked = { has: (id: RegionId) => boolean }
const NOTHING: Locked = { has: () => false }

const isFixed = (region: Region, locked: Locked): boolean => region.readonly === true || locked.has(region.id)

export function createRegion(document: LabelDocument, region: NewRegion): RegionId {
  const { answers, target, id = newId(), origin = 'manual', ...place } = region
  document.store.transact(user, (tx) => {
    tx.put({ record: 'region', target, id, origin, ...place })
    for (const { control, value } of answers) {
      const known = document.config.controls.get(control)
      if (known) tx.put(answerOf(known, { region: id, target }, value))
    }
  })
  return id
}

/** Changes geometry or other fields of a region; read-only and locked ones stay as they are. */
export function updateRegion(
  document: LabelDocument,
  id: RegionId,
  change: Partial<Pick<Region, 'shape' | 'outer' | 'itemIndex' | 'meta'>>,
  locked = NOTHING,
): void {
  const region = document.region(id)
  if (!region || isFixed(region, locked)) return
  document.store.transact(user, (tx) => tx.put({ ...region, ...change }))
}

/** Deletes what may be deleted, with answers and relations; children go to their parent's parent. Returns the deleted. */
export function deleteRegions(document: LabelDocument, ids: Iterable<RegionId>, locked = NOTHING): RegionId[] {
  const doomed = new Map<RegionId, Region>()
  for (const id of ids) {
    const region = document.region(id)
    if (region && !isFixed(region, locked)) doomed.set(id, region)
  }
  document.store.transact(user, (tx) => {
    for (const region of doomed.values()) {
      for (const child of document.childrenOf(region.id)) {
        if (!doomed.has(child.id)) tx.put(withParent(child, survivingParent(region, doomed)))
      }
      for (const answer of document.answersOf(region.id)) tx.remove(answer.id)
      for (const relation of document.relationsOf(region.id)) tx.remove(relation.id)
      for (const extra of document.extrasOf(region.id)) tx.remove(extra.id)
      tx.remove(region.id)
    }
  })
  return [...doomed.keys()]
}

function survivingParent(region: Region, doomed: ReadonlyMap<RegionId, Region>): RegionId | undefined {
  let { parent } = region
  for (let steps = 0; parent !== undefined && steps <= doomed.size; steps++) {
    const next = doomed.get(parent)
    if (!next) return parent
    parent = next.parent
  }
  return undefined
}

/**
 * Puts a label on regions, or takes it off when all of them have it. `label` is its key; an empty one is the blank
 * label, which goes with no other. Refused as a whole when one rule forbids it.
 */
export function toggleLabel(
  document: LabelDocument,
  ids: Iterable<RegionId>,
  control: Control,
  label: string,
  locked = NOTHING,
): Refusal | undefined {
  const selected = [...ids]
    .flatMap((id) => document.region(id) ?? [])
    .filter(({ target }) => control.targets.includes(target))
  const regions = selected.filter((region) => !isFixed(region, locked))
  if (regions.length === 0) return selected.length > 0 ? { code: 'read-only' } : undefined
  if (!regions.every((region) => canLabel(document, control, region))) return { code: 'wrong-shape' }
  const has = (region: Region): boolean => labelsGiven(document, control, region).includes(label)
  const taking = regions.every(has)
  const refusal = taking
    ? regions.some((region) => isLastLabel(document, control, region))
      ? ({ code: 'last-label' } as const)
      : undefined
    : overused(document, control, label, regions.filter((region) => !has(region)).length)
  if (refusal) return refusal
  document.store.transact(user, (tx) => {
    for (const region of regions) {
      const now = labelsGiven(document, control, region)
      if (taking)
        giveLabels(
          document,
          tx,
          control,
          region,
          now.filter((one) => one !== label),
        )
      else if (!now.includes(label)) giveLabels(document, tx, control, region, added(control, now, label))
    }
  })
  return undefined
}

/** Whether a label may be given to `more` further regions; undefined when it may. */
export function overused(document: LabelDocument, control: Control, label: string, more = 1): Refusal | undefined {
  const own = control.byLabel.get(label)?.node.attrs.maxUsages
  const limit = typeof own === 'number' ? own : control.node.attrs.maxUsages
  if (typeof limit !== 'number' || label === '') return undefined
  return document.usesOf(control, label) + more > limit ? { code: 'max-usages', label: label, limit } : undefined
}

function labelsGiven(document: LabelDocument, control: Control, region: Region): string[] {
  return labelsIn(control, document.answer(control.name, { region: region.id, target: region.target })?.value)
}

function added(control: Control, now: readonly string[], label: string): string[] {
  if (label === '') return []
  return control.node.attrs.choice === 'multiple' ? [...now, label] : [label]
}

function giveLabels(
  document: LabelDocument,
  tx: Transaction,
  control: Control,
  region: Region,
  labels: readonly string[],
): void {
  const about = { region: region.id, target: region.target }
  const answer = document.answer(control.name, about)
  // The control that drew the region keeps its item, unlabelled; another one that says nothing has none.
  const makes = regionKind(document.config, control, region.target) !== undefined
  const value = labelValue(control, labels)
  if (
    value.length === 0 &&
    answer &&
    !(makes && isOnly(document, control, region)) &&
    control.node.attrs.allowEmpty !== true
  ) {
    tx.remove(answer.id)
  } else tx.put(answer ? { ...answer, value } : answerOf(control, about, value))
}

/** Plain labels fit every shape; those of a shape fit that shape. */
export function canLabel(document: LabelDocument, control: Control, region: Region): boolean {
  if (!control.targets.includes(region.target)) return false
  const kind = regionKind(document.config, control, region.target)
  return kind === undefined || kind === region.kind
}

/** A region drawn with a set of labels is nothing without one of them. */
function isLastLabel(document: LabelDocument, control: Control, region: Region): boolean {
  if (control.node.attrs.allowEmpty === true) return false
  return labelsGiven(document, control, region).length === 1 && isOnly(document, control, region)
}

/** Whether no other control draws or labels this region. */
function isOnly(document: LabelDocument, control: Control, region: Region): boolean {
  return document.answersOf(region.id).every((answer) => {
    if (answer.control === control.name) return true
    const other = document.config.controls.get(answer.control)
    return !other || !(other.labels || regionKind(document.config, other, region.target) !== undefined)
  })
}

/** What an answer is about: a region, or an object, or a page of it. */
export interface About {
  readonly region?: RegionId
  readonly target?: string
  readonly itemIndex?: number
}

/** Gives, replaces or (with `undefined`) takes back what a control says. `meta` is of this item alone. */
export function setAnswer(
  document: LabelDocument,
  control: Control,
  value: Json | undefined,
  about: About = {},
  meta?: JsonObject,
): void {
  const region = about.region === undefined ? undefined : document.region(about.region)
  const place = { ...about, target: region?.target ?? about.target ?? answerTarget(control) }
  const answer = document.answer(control.name, place)
  document.store.transact(user, (tx) => {
    if (value === undefined) {
      if (answer) tx.remove(answer.id)
      return
    }
    const given = answer ? { ...answer, value } : answerOf(control, place, value)
    tx.put(meta ? { ...given, meta: { ...given.meta, ...meta } } : given)
  })
}

/** What an answer about the whole is about: the control's object, or the control itself. */
export const answerTarget = (control: Control): string =>
  control.produces.toSelf ? control.name : (control.targets[0] ?? control.name)

export function answerOf(
  control: Control,
  about: About & { readonly target: string },
  value: Json | undefined,
): Answer {
  return {
    record: 'answer',
    id: answerId(control.name, about),
    control: control.name,
    type: control.produces.type,
    value,
    ...about,
    ...(about.region === undefined ? { resultId: newId(), origin: 'manual' } : {}),
  }
}

/** Draws a relation; the one that is there already stays. Returns its id, or undefined where there can be none. */
export function addRelation(document: LabelDocument, from: RegionId, to: RegionId): string | undefined {
  if (from === to || !document.region(from) || !document.region(to)) return undefined
  const id = relationId(from, to)
  if (!document.store.has(id)) {
    document.store.transact(user, (tx) => tx.put({ record: 'relation', id, from, to, direction: 'right' }))
  }
  return id
}

const NEXT_DIRECTION = { right: 'bi', bi: 'left', left: 'right' } as const

export function turnRelation(document: LabelDocument, id: string): void {
  updateRelation(document, id, (relation) => ({ ...relation, direction: NEXT_DIRECTION[relation.direction] }))
}

export function labelRelation(document: LabelDocument, id: string, labels: readonly string[]): void {
  updateRelation(document, id, ({ labels: _labels, ...relation }) =>
    labels.length > 0 ? { ...relation, labels } : relation,
  )
}

/** Writes the note of a relation; an empty one goes. */
export function noteRelation(document: LabelDocument, id: string, text: string): void {
  updateRelation(document, id, ({ notes: _notes, ...relation }) =>
    text.trim() === '' ? relation : { ...relation, notes: text },
  )
}

export function removeRelation(document: LabelDocument, id: string): void {
  document.store.transact(user, (tx) => tx.remove(id))
}

function updateRelation(document: LabelDocument, id: string, change: (relation: Relation) => Relation): void {
  document.store.transact(user, (tx) =>
    tx.update(id, (record) => (record.record === 'relation' ? change(record) : record)),
  )
}

/** Makes a region the child of another, or of none. Refuses (false) what would close a circle. */
export function nest(document: LabelDocument, id: RegionId, parent: RegionId | undefined): boolean {
  const region = document.region(id)
  if (!region) return false
  const seen = new Set<RegionId>()
  for (let at = parent; at !== undefined && !seen.has(at); at = document.region(at)?.parent) {
    if (at === id) return false
    seen.add(at)
  }
  document.store.transact(user, (tx) => tx.put(withParent(region, parent)))
  return true
}

/** The region under another parent, or none. */
export function withParent(region: Region, parent: RegionId | undefined): Region {
  const { parent: before, ...fields } = region
  if (before === parent) return region
  return parent === undefined ? fields : { ...fields, parent }
}

/** Moves regions, with what is said about them, to just before another one, or to the end: that is saving order too. */
export function reorder(document: LabelDocument, ids: readonly RegionId[], before: RegionId | undefined): void {
  const moving = ids.flatMap((id) => [id, ...document.answersOf(id).map((answer) => answer.id)])
  document.store.transact(user, (tx) => tx.move(moving, before))
}

/** Writes the note of a region that may be changed; an empty one goes, with `meta` where nothing else stands there. */
export function setNote(document: LabelDocument, id: RegionId, note: string, locked = NOTHING): void {
  const region = document.region(id)
  if (!region || isFixed(region, locked)) return
  const { text: _text, ...rest } = region.meta ?? {}
  const meta: JsonObject = note.trim() === '' ? rest : { ...rest, text: [note] }
  const { meta: _meta, ...fields } = region
  document.store.transact(user, (tx) => tx.put(Object.keys(meta).length > 0 ? { ...fields, meta } : fields))
}

export function noteOf(region: Region): string {
  const text = isObject(region.meta) ? region.meta.text : undefined
  if (typeof text === 'string') return text
  return Array.isArray(text) ? text.filter((line) => typeof line === 'string').join('\n') : ''
}
