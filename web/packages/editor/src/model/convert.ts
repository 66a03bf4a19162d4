/** Another kind of geometry for a region: what is said about it stays, in the words of a control that makes that kind. */

import { type Config, type Control, regionKind } from './config'
import { duplicateRegions } from './copies'
import type { LabelDocument } from './document'
import { answerOf, type Locked, overused, type Refusal } from './edit'
import { labelsIn, labelValue } from './labels'
import type { Answer, Json, JsonObject, Region, RegionId } from './records'

export interface Conversion {
  readonly kind: string
  /** One for each piece; a region falls into several when the kind cannot hold them together. */
  readonly shapes: readonly JsonObject[]
  readonly outer?: JsonObject
}

/** The answers that say what made a region, and those of the controls that would. */
interface Change {
  readonly gone: readonly Answer[]
  readonly said: readonly { readonly control: Control; readonly value: Json | undefined }[]
}

const makes = (config: Config, answer: Answer, { kind, target }: Region): boolean => {
  const control = config.controls.get(answer.control)
  return control !== undefined && regionKind(config, control, target) === kind
}

/** How the region would be said to be of the other kind; nothing where no control can hold it with its labels. */
function changeTo(document: LabelDocument, region: Region, kind: string): Change | undefined {
  const { config } = document
  const gone = document.answersOf(region.id).filter((answer) => makes(config, answer, region))
  const labels = gone.flatMap((answer) => {
    const control = config.controls.get(answer.control)
    return control?.labels ? labelsIn(control, answer.value) : []
  })
  const here = [...config.controls.values()].filter((it) => it.targets.includes(region.target))
  const makers = here.filter((it) => regionKind(config, it, region.target) === kind)
  const knows = (control: Control): boolean => control.labels && labels.every((label) => control.byLabel.has(label))
  const bare = makers.find((it) => !it.labels)
  const carrier = here.find((it) => regionKind(config, it, region.target) === undefined && knows(it))
  const blank = makers.find((it) => it.node.attrs.allowEmpty === true)
  const labelled = labels.length > 0 ? makers.find(knows) : undefined
  if (labelled) return { gone, said: [{ control: labelled, value: labelValue(labelled, labels) }] }
  if (bare && labels.length === 0) return { gone, said: [{ control: bare, value: undefined }] }
  if (bare && carrier) {
    return {
      gone,
      said: [
        { control: bare, value: undefined },
        { control: carrier, value: labelValue(carrier, labels) },
      ],
    }
  }
  return blank && labels.length === 0 ? { gone, said: [{ control: blank, value: [] }] } : undefined
}

export const canConvert = (document: LabelDocument, id: RegionId, kind: string, locked: Locked): boolean => {
  const region = document.region(id)
  if (!region || region.kind === kind || region.readonly || locked.has(id)) return false
  return changeTo(document, region, kind) !== undefined
}

/** The first piece is the region itself, with its relations; the others are copies of it. Returns all of them. */
export function convertRegion(
  document: LabelDocument,
  id: RegionId,
  { kind, shapes, outer }: Conversion,
): readonly RegionId[] | Refusal {
  const region = document.region(id)
  const change = region && changeTo(document, region, kind)
  const [first, ...more] = shapes
  if (!region || !change || !first) return { code: 'wrong-shape' }
  for (const { control, value } of change.said) {
    for (const label of labelsIn(control, value)) {
      const refused = overused(document, control, label, shapes.length)
      if (refused) return refused
    }
  }
  document.store.transact({ source: 'user' }, (tx) => {
    for (const answer of change.gone) tx.remove(answer.id)
    tx.put({ ...region, kind, shape: first, ...(outer ? { outer: { ...region.outer, ...outer } } : {}) })
    for (const { control, value } of change.said) {
      tx.put(answerOf(control, { region: id, target: region.target }, value))
    }
  })
  const copies = more.flatMap((shape) => {
    const [copy] = duplicateRegions(document, [id])
    const made = copy === undefined ? undefined : document.region(copy)
    if (made) document.store.transact({ source: 'user' }, (tx) => tx.put({ ...made, shape }))
    return made ? [made.id] : []
  })
  return [id, ...copies]
}
