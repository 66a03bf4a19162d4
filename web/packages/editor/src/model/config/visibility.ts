/**
 * The conditions of a config: what is shown (`visibleWhen`, `whenLabelValue` …), what is therefore required, and what is
 * kept out of the saved result. Pure questions about the document and the selection.
 */

import type { LabelDocument } from '../document'
import { storedNames } from '../labels'
import type { Answer, RegionId } from '../records'
import { splitList } from './attributes'
import type { Config, Control } from './config'
import { isObject } from './data'
import { type ConfigNode, nameOf } from './tree'

export interface Situation {
  readonly document: LabelDocument
  readonly selection: ReadonlySet<RegionId>
  /** Of objects whose pages are not in the task. */
  readonly pageCounts?: ReadonlyMap<string, number>
}

/** Whether a tag is shown: its own conditions and those of everything it stands in. */
export function isVisible(node: ConfigNode, situation: Situation): boolean {
  for (const one of lineage(situation.document.config, node)) if (!isShown(one, situation)) return false
  return true
}

/** A tag's own conditions alone: for a renderer that hides whole blocks. */
export function isShown(node: ConfigNode, { document, selection }: Situation): boolean {
  const region = selection.size === 1 ? [...selection][0] : undefined
  const control = controlOf(document.config, node)
  if (control?.scope === 'region') {
    const target = region === undefined ? undefined : document.region(region)?.target
    if (region === undefined || target === undefined || !control.targets.includes(target)) return false
    if (!carriesWantedLabel(document, node, region)) return false
  }
  switch (node.attrs.visibleWhen) {
    case 'region-selected':
      return region !== undefined && regionFits(document, node, region)
    case 'no-region-selected':
      return selection.size === 0
    case 'choice-selected':
      return choiceHolds(document, node, region, 'selected')
    case 'choice-unselected':
      return !choiceHolds(document, node, region, 'selected')
    default:
      return node.attrs.whenChoiceValue === undefined || choiceHolds(document, node, region, 'selected')
  }
}

/** Whether an answer is part of the result. Selecting a region never decides about that; chosen values do. */
export function isSaved(document: LabelDocument, control: Control, answer: Answer): boolean {
  const { node, scope } = control
  const { region } = answer
  if (scope === 'region' && region !== undefined) {
    if (!carriesWantedLabel(document, node, region)) return false
    if (node.attrs.visibleWhen === 'choice-selected' && !choiceHolds(document, node, region, 'any')) return false
  }
  if (node.attrs.visibleWhen === 'choice-unselected' && choiceHolds(document, node, region, 'any')) return false
  if (region !== undefined) return true
  const conditions = [...lineage(document.config, node)].filter((one) => isChoiceCondition(one))
  if (!conditions.some((one) => one.attrs.visibleWhen === 'choice-selected')) return true
  return conditions.every(
    (one) => choiceHolds(document, one, undefined, 'any') === (one.attrs.visibleWhen === 'choice-selected'),
  )
}

/** Whether a perRegion control has anything to ask about this region: whether it is shown when that one is selected. */
export const concerns = (document: LabelDocument, control: Control, region: RegionId): boolean =>
  isVisible(control.node, { document, selection: new Set([region]) })

const isChoiceCondition = (node: ConfigNode): boolean =>
  node.attrs.visibleWhen === 'choice-selected' || node.attrs.visibleWhen === 'choice-unselected'

function* lineage(config: Config, node: ConfigNode): Iterable<ConfigNode> {
  for (let at: ConfigNode | undefined = node; at; at = config.parents.get(at.id)) yield at
}

function controlOf(config: Config, node: ConfigNode): Control | undefined {
  const name = nameOf(node)
  const control = name === undefined ? undefined : config.controls.get(name)
  return control?.node === node ? control : undefined
}

function regionFits(document: LabelDocument, node: ConfigNode, id: RegionId): boolean {
  const names = namesIn(node.attrs.whenTagName)
  const region = document.region(id)
  if (!region) return false
  const byTag =
    names.length === 0 ||
    names.includes(region.target) ||
    document.answersOf(id).some((answer) => names.includes(answer.control))
  const roles = splitList(String(node.attrs.whenRole ?? ''))
  const message = region.shape.chatmessage
  const byRole = roles.length === 0 || (isObject(message) && roles.includes(String(message.role)))
  return byTag && byRole && carriesWantedLabel(document, node, id)
}

function carriesWantedLabel(document: LabelDocument, node: ConfigNode, id: RegionId): boolean {
  const wanted = wantedValues(node.attrs.whenLabelValue)
  if (wanted.length === 0) return true
  return document
    .labelsOf(id)
    .some(({ stored, option }) => wanted.includes(stored) || (option !== undefined && wanted.includes(option.value)))
}

/**
 * Whether a choice that the condition names is picked. A perRegion condition control counts within one region: the one
 * given, else (`any`) whichever has it, else (`selected`) none.
 */
function choiceHolds(
  document: LabelDocument,
  node: ConfigNode,
  region: RegionId | undefined,
  without: 'any' | 'selected',
): boolean {
  const names = namesIn(node.attrs.whenTagName)
  const wanted = wantedValues(node.attrs.whenChoiceValue)
  const controls = [...document.config.controls.values()].filter((control) =>
    names.length > 0 ? names.includes(control.name) : control.tag === 'Choices' || control.tag === 'Taxonomy',
  )
  return controls.some((control) =>
    document.answersBy(control.name).some((answer) => {
      const elsewhere = answer.region !== undefined && answer.region !== region
      if (elsewhere && (region !== undefined || without === 'selected')) return false
      const picked = storedNames(answer.value)
      if (wanted.length === 0) return picked.length > 0
      return picked.some((stored) => {
        const shown = control.byStored.get(stored)?.value
        return wanted.includes(stored) || (shown !== undefined && wanted.includes(shown))
      })
    }),
  )
}

/** A comma list, in which a value that has a comma itself may stand whole. */
function wantedValues(value: unknown): string[] {
  if (typeof value !== 'string' || value.trim() === '') return []
  return [value.trim(), ...splitList(value)]
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string')
  return typeof value === 'string' ? splitList(value) : []
}
