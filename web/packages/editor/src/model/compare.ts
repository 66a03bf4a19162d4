/** Two documents about the same task: what only one of them has, and what both have but not alike. */

import type { Control } from './config'
import type { LabelDocument } from './document'
import { extentOf, overlapOf } from './extent'
import type { Box } from './geometry/units'
import { sameJson } from './json'
import type { Json, Region, RegionId } from './records'

/** In what two regions that belong together differ. */
export type Aspect = 'place' | 'labels' | 'answers' | 'note'

export interface RegionPair {
  readonly status: 'onlyA' | 'onlyB' | 'changed' | 'same'
  readonly a?: RegionId
  readonly b?: RegionId
  readonly aspects: readonly Aspect[]
  /** Intersection over union, where the kind of region has one. */
  readonly overlap?: number
}

/** By what regions of one kind are known as the same thing. */
export interface Measure {
  /** Where to look for a partner; nothing where that is not simply told. */
  readonly extent: (region: Region) => Box | undefined
  /** Intersection over union; nothing for what has no area. */
  readonly overlap: (a: Region, b: Region) => number | undefined
  /** For what has no area: 1 where two are one on the other, 0 where they are far apart. */
  readonly nearness?: (a: Region, b: Region) => number | undefined
}

export const byBoxes: Measure = {
  extent: extentOf,
  overlap(a, b) {
    const [one, other] = [extentOf(a), extentOf(b)]
    return one && other && overlapOf(one, other)
  },
}

export interface AnswerPair {
  readonly control: Control
  readonly page?: number
  readonly a: Json | undefined
  readonly b: Json | undefined
}

export interface Differences {
  /** In the order of A, then what only B has. */
  readonly regions: readonly RegionPair[]
  /** Answers about the whole task that are not the same. */
  readonly answers: readonly AnswerPair[]
}

/** From so much overlap on, two regions are about the same thing. */
const ENOUGH = 0.5

export function compareDocuments(a: LabelDocument, b: LabelDocument, measure: Measure = byBoxes): Differences {
  const partners = match(a.regions(), b.regions(), measure)
  const taken = new Set(partners.values())
  const regions = a.regions().map((region): RegionPair => {
    const partner = partners.get(region.id)
    const other = partner === undefined ? undefined : b.region(partner)
    return other ? pair(a, region, b, other, measure) : { status: 'onlyA', a: region.id, aspects: [] }
  })
  for (const { id } of b.regions()) if (!taken.has(id)) regions.push({ status: 'onlyB', b: id, aspects: [] })
  return { regions, answers: differentAnswers(a, b) }
}

function pair(a: LabelDocument, one: Region, b: LabelDocument, other: Region, measure: Measure): RegionPair {
  const aspects: Aspect[] = []
  if (!sameJson(one.shape, other.shape)) aspects.push('place')
  if (!sameJson(labelsOf(a, one.id), labelsOf(b, other.id))) aspects.push('labels')
  if (!sameJson(answersOf(a, one.id), answersOf(b, other.id))) aspects.push('answers')
  if (!sameJson(one.meta?.text, other.meta?.text)) aspects.push('note')
  const overlap = measure.overlap(one, other)
  return {
    status: aspects.length > 0 ? 'changed' : 'same',
    a: one.id,
    b: other.id,
    aspects,
    ...(overlap === undefined ? {} : { overlap }),
  }
}

const labelsOf = (document: LabelDocument, id: RegionId): string[] =>
  document
    .labelsOf(id)
    .map(({ control, key }) => `${control.name}:${key}`)
    .sort()

function answersOf(document: LabelDocument, id: RegionId): Record<string, Json> {
  const said: Record<string, Json> = {}
  for (const { control, value } of document.answersOf(id)) {
    if (!document.config.controls.get(control)?.labels && value !== undefined) said[control] = value
  }
  return said
}

/** A's regions with those of B that are the same thing: first by id, then by what overlaps most. */
function match(a: readonly Region[], b: readonly Region[], measure: Measure): Map<RegionId, RegionId> {
  const found = new Map<RegionId, RegionId>()
  const byId = new Map(b.map((region) => [region.id, region]))
  for (const region of a) {
    const twin = byId.get(region.id)
    if (twin && isAlike(region, twin)) found.set(region.id, twin.id)
  }
  const taken = new Set(found.values())
  const restA = a.filter(({ id }) => !found.has(id))
  const restB = b.filter(({ id }) => !taken.has(id))
  for (const { one, other } of candidates(restA, restB, measure)) {
    if (found.has(one) || taken.has(other)) continue
    found.set(one, other)
    taken.add(other)
  }
  return found
}

const isAlike = (a: Region, b: Region): boolean =>
  a.kind === b.kind && a.target === b.target && a.itemIndex === b.itemIndex

interface Candidate {
  readonly one: RegionId
  readonly other: RegionId
  readonly likeness: number
}

/** Pairs that overlap enough, most first. A sweep from left to right looks only at neighbours. */
function candidates(a: readonly Region[], b: readonly Region[], measure: Measure): Candidate[] {
  const pairs: Candidate[] = []
  const rest = sorted(b, measure)
  let from = 0
  const widest = Math.max(0, ...rest.map(({ box }) => box.maxX - box.minX))
  for (const { region, box } of sorted(a, measure)) {
    while (from < rest.length && (rest[from] as Placed).box.minX + widest < box.minX) from++
    for (let at = from; at < rest.length; at++) {
      const other = rest[at] as Placed
      if (other.box.minX > box.maxX) break
      if (!isAlike(region, other.region)) continue
      const likeness = likenessOf(region, other.region, measure)
      if (likeness >= ENOUGH) pairs.push({ one: region.id, other: other.region.id, likeness })
    }
  }
  return pairs.sort((x, y) => y.likeness - x.likeness)
}

const likenessOf = (a: Region, b: Region, measure: Measure): number =>
  sameJson(a.shape, b.shape) ? 1 : (measure.overlap(a, b) ?? measure.nearness?.(a, b) ?? 0)

interface Placed {
  readonly region: Region
  readonly box: Box
}

const NOWHERE: Box = { minX: 0, minY: 0, maxX: 0, maxY: 0 }

const sorted = (regions: readonly Region[], { extent }: Measure): Placed[] =>
  regions.map((region) => ({ region, box: extent(region) ?? NOWHERE })).sort((a, b) => a.box.minX - b.box.minX)

function differentAnswers(a: LabelDocument, b: LabelDocument): AnswerPair[] {
  const pairs: AnswerPair[] = []
  for (const control of a.config.controls.values()) {
    const mine = new Map(aboutAll(a, control.name).map((it) => [it.id, it]))
    const theirs = new Map(aboutAll(b, control.name).map((it) => [it.id, it]))
    for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
      const [one, other] = [mine.get(id), theirs.get(id)]
      if (sameJson(one?.value, other?.value)) continue
      const page = one?.itemIndex ?? other?.itemIndex
      pairs.push({ control, a: one?.value, b: other?.value, ...(page === undefined ? {} : { page }) })
    }
  }
  return pairs
}

const aboutAll = (document: LabelDocument, control: string) =>
  document.answersBy(control).filter((answer) => answer.region === undefined)
