/**
 * Copies of regions: in place, and by way of the clipboard into another annotation or task. What the config there cannot
 * hold is left out, with the reason.
 */

import { LabelDocument, type RegionLabel } from './document'
import { overused, type RefusalCode, withParent } from './edit'
import { answerId, newId } from './ids'
import type { Json, Region, RegionId, WireItem } from './records'
import { encodeAnswer } from './results/encode'
import type { Transaction } from './store'

export interface PasteProblem {
  readonly code: 'no-control' | 'no-object' | 'not-a-region' | 'unknown-label' | Extract<RefusalCode, 'max-usages'>
  /** Of the control, object or label that is missing or used up. */
  readonly name: string
}

export interface Pasted {
  readonly ids: readonly RegionId[]
  /** Why the rest stayed out, each reason once. */
  readonly problems: readonly PasteProblem[]
}

/** Copies in place, with new ids; parents inside the set are those of the set. Returns the copies. */
export function duplicateRegions(document: LabelDocument, ids: Iterable<RegionId>): RegionId[] {
  let copies: RegionId[] = []
  document.store.transact({ source: 'user' }, (tx) => {
    copies = putCopies(tx, document, document, [...ids])
  })
  return copies
}

/** What was copied, as the clipboard carries it: the items of regions, as they would be saved. */
export function copyRegions(document: LabelDocument, ids: Iterable<RegionId>): WireItem[] {
  const answers = [...ids].flatMap((id) => document.answersOf(id))
  return answers.map((answer) => encodeAnswer(document, answer)).filter((item) => item !== undefined)
}

/**
 * Puts in what was copied here or elsewhere, with new ids. `pageOf` names the page of an object that is on screen: a
 * region of a page lands there.
 */
export function pasteRegions(
  document: LabelDocument,
  items: readonly Json[],
  pageOf: (object: string) => number = () => 0,
): Pasted {
  const { document: copied, problems: unread } = LabelDocument.decode(document.config, items)
  const problems = new Map<string, PasteProblem>()
  const leaveOut = (problem: PasteProblem): void => void problems.set(`${problem.code} ${problem.name}`, problem)
  for (const { index, code } of unread) leaveOut(unreadable(items[index], code))
  const uses = new Map<string, number>()
  const fitting = copied.regionIds.get().filter((id) => {
    const problem = misfit(document, copied.labelsOf(id), uses)
    if (problem) leaveOut(problem)
    return !problem
  })
  let ids: RegionId[] = []
  document.store.transact({ source: 'user' }, (tx) => {
    ids = putCopies(tx, document, copied, fitting, pageOf)
  })
  return { ids, problems: [...problems.values()] }
}

function unreadable(item: Json | undefined, code: string): PasteProblem {
  const fields = typeof item === 'object' && item !== null && !Array.isArray(item) ? item : {}
  if (code === 'unknown-control') return { code: 'no-control', name: String(fields.from_name ?? '') }
  if (code === 'unknown-object') return { code: 'no-object', name: String(fields.to_name ?? '') }
  return { code: 'not-a-region', name: '' }
}

/** Why the labels of a region do not belong here; `uses` counts those of the regions before it. */
function misfit(
  document: LabelDocument,
  labels: readonly RegionLabel[],
  uses: Map<string, number>,
): PasteProblem | undefined {
  for (const { control, key, title, option } of labels) {
    if (!option && !control.dynamic && key !== '') return { code: 'unknown-label', name: title }
    if (overused(document, control, key, (uses.get(`${control.name} ${key}`) ?? 0) + 1)) {
      return { code: 'max-usages', name: title }
    }
  }
  for (const { control, key } of labels) {
    const label = `${control.name} ${key}`
    uses.set(label, (uses.get(label) ?? 0) + 1)
  }
  return undefined
}

function putCopies(
  tx: Transaction,
  document: LabelDocument,
  from: LabelDocument,
  ids: readonly RegionId[],
  pageOf?: (object: string) => number,
): RegionId[] {
  const originals = ids.flatMap((id) => from.region(id) ?? [])
  const copyOf = new Map(originals.map(({ id }) => [id, newId()]))
  for (const original of originals) {
    const { loaded: _loaded, readonly: _readonly, score: _score, ...fields } = original
    const id = copyOf.get(original.id) as RegionId
    const { parent: before } = original
    const outside = before !== undefined && document.region(before) ? before : undefined
    const parent = before === undefined ? before : (copyOf.get(before) ?? outside)
    const copy: Region = { ...fields, id, origin: 'manual' }
    const page = pageOf && copy.itemIndex !== undefined ? { itemIndex: pageOf(copy.target) } : {}
    tx.put(withParent({ ...copy, ...page }, parent))
    for (const { raw: _raw, ...answer } of from.answersOf(original.id)) {
      tx.put({ ...answer, id: answerId(answer.control, { region: id, target: answer.target }), region: id })
    }
  }
  return [...copyOf.values()]
}
