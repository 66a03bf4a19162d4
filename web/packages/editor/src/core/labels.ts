/** Which controls make a region, and what they say about it when it is made. */

import {
  type Config,
  type Control,
  type FirstAnswer,
  labelValue,
  type Refusal as ModelRefusal,
  overused,
  regionKind,
} from '../model'
import type { Annotation, Place } from './annotation'

/** Why something was not done, for a message to the person. */
export type Refusal =
  | ModelRefusal
  | { readonly code: 'no-label' | 'no-regions' }
  | { readonly code: 'nothing-left' | 'open-area' | 'unreadable-picture' | 'beside-text' }

/** Which tool draws: the smart one asks a model, the plain one does not; `any` where no model can be asked. */
export type Hand = 'any' | 'plain' | 'smart'

/** Whether tools of a control can ask a model. */
export const isSmart = ({ node }: Control): boolean => node.attrs.smart === true || node.attrs.smartOnly === true

const isIn = (control: Control, hand: Hand): boolean =>
  hand === 'smart' ? isSmart(control) : hand === 'any' || control.node.attrs.smartOnly !== true

export function controlsThatMake(config: Config, target: string, kind: string, hand: Hand = 'any'): Control[] {
  return [...config.controls.values()].filter(
    (control) =>
      control.targets.includes(target) && regionKind(config, control, target) === kind && isIn(control, hand),
  )
}

/** Plain Labels beside a bare shape: they make nothing, and name what the shape makes. */
const namers = (config: Config, target: string): Control[] =>
  [...config.controls.values()].filter(
    (it) => it.labels && it.targets.includes(target) && regionKind(config, it, target) === undefined,
  )

export function firstAnswers(
  annotation: Annotation,
  { target, kind, maker }: Place,
  hand: Hand = 'any',
): { readonly answers: FirstAnswer[] } | { readonly refused: Refusal } {
  const { config, document, session } = annotation
  const active = session.activeLabels.get()
  const makers = controlsThatMake(config, target, kind, hand)
  const labelled = makers.filter((it) => it.labels && active.has(it.name))
  const bare = makers.filter((it) => !it.labels && (maker === undefined || it.name === maker)).slice(0, 1)
  const blank = makers.filter((it) => it.node.attrs.allowEmpty === true).slice(0, 1)
  const making = [labelled, bare, blank].find((controls) => controls.length > 0)
  if (!making) return { refused: { code: 'no-label' } }
  const speaking = [...making, ...namers(config, target).filter((it) => active.has(it.name))]
  for (const control of speaking) {
    for (const label of active.get(control.name) ?? []) {
      const refused = overused(document, control, label)
      if (refused) return { refused }
    }
  }
  return {
    answers: speaking.map((control): FirstAnswer => {
      if (!control.labels) return { control: control.name }
      const labels = active.get(control.name)?.filter((label) => label !== '') ?? []
      return { control: control.name, value: labelValue(control, labels) }
    }),
  }
}

/** Whether drawing this kind of region would succeed as things stand. */
export function canMake(annotation: Annotation, target: string, kind: string, hand: Hand = 'any'): boolean {
  const active = annotation.session.activeLabels.get()
  return controlsThatMake(annotation.config, target, kind, hand).some(
    (it) => !it.labels || active.has(it.name) || it.node.attrs.allowEmpty === true,
  )
}
