/**
 * What stands in the way of submitting: missing answers, numbers out of range, too many picked. In document order, the
 * first being the one to show. Texts are the view's, but for a message that the config gives.
 */

import { type Control, isTag } from './config'
import { concerns, isSaved, isVisible, type Situation } from './config/visibility'
import { givenMessages } from './conversation'
import { storedNames } from './labels'
import type { Answer, Json, RegionId } from './records'

export type FailureCode =
  | 'required'
  | 'too-many'
  | 'below-min'
  | 'above-max'
  | 'off-step'
  | 'too-early'
  | 'too-late'
  | 'few-messages'
  | 'many-messages'

export interface Failure {
  readonly code: FailureCode
  /** Name of the control. */
  readonly control: string
  /** `requiredMessage` of the config. */
  readonly message?: string
  /** The region to select so that the answer can be given. */
  readonly region?: RegionId
  /** The page to turn to. */
  readonly itemIndex?: number
  /** The limit that was passed. */
  readonly limit?: number | string
}

/** What only the tag itself can tell to be wrong with an answer, such as a date in a format of its own. */
export type AnswerCheck = (value: Json | undefined) => Pick<Failure, 'code' | 'limit'> | undefined

/** `checks` are by control. */
export function validate(situation: Situation, checks: ReadonlyMap<string, AnswerCheck> = new Map()): Failure[] {
  const { document } = situation
  return [...document.config.controls.values()].flatMap((control) => [
    ...missing(control, situation),
    ...conversation(control, situation),
    ...document
      .answersBy(control.name)
      // What is not going to be saved cannot be wrong: its question is hidden.
      .filter((answer) => isSaved(document, control, answer))
      .flatMap((answer) => wrong(control, answer, checks.get(control.name))),
  ])
}

function missing(control: Control, situation: Situation): Failure[] {
  const { document } = situation
  const { attrs } = control.node
  if (attrs.required !== true) return []
  const target = control.targets[0] ?? control.name
  const failure = (about: Partial<Failure>): Failure => ({
    code: 'required',
    control: control.name,
    ...(typeof attrs.requiredMessage === 'string' ? { message: attrs.requiredMessage } : {}),
    ...about,
  })
  if (control.scope === 'region') {
    return control.targets
      .flatMap((name) => document.regionsOn(name))
      .filter((region) => concerns(document, control, region.id))
      .filter(({ id: region }) => isEmptyValue(document.answer(control.name, { region, target })?.value))
      .map((region) => failure({ region: region.id }))
  }
  if (!isVisible(control.node, situation)) return []
  if (control.scope === 'item') {
    const pages = document.config.objects.get(target)?.pages?.length ?? situation.pageCounts?.get(target) ?? 1
    return Array.from({ length: pages }, (_, itemIndex) => itemIndex)
      .filter((itemIndex) => isEmptyValue(document.answer(control.name, { target, itemIndex })?.value))
      .map((itemIndex) => failure({ itemIndex }))
  }
  return isEmptyValue(document.answersBy(control.name)[0]?.value) ? [failure({})] : []
}

/** Limits of a conversation count the messages of the task too. */
function conversation({ name, node }: Control, { document }: Situation): Failure[] {
  if (!isTag(node, 'Chat')) return []
  const { minMessages, maxMessages } = node.attrs
  const given = givenMessages(document.config.objects.get(name)?.value) ?? []
  const count = given.length + document.regionsOn(name).length
  if (minMessages !== undefined && count < minMessages)
    return [{ code: 'few-messages', control: name, limit: minMessages }]
  if (maxMessages !== undefined && count > maxMessages)
    return [{ code: 'many-messages', control: name, limit: maxMessages }]
  return []
}

function wrong(control: Control, answer: Answer, check: AnswerCheck | undefined): Failure[] {
  const { attrs } = control.node
  const about = {
    control: control.name,
    ...(answer.region === undefined ? {} : { region: answer.region }),
    ...(answer.itemIndex === undefined ? {} : { itemIndex: answer.itemIndex }),
  }
  const most = mostPicked(control)
  if (most !== undefined && storedNames(answer.value).length > most)
    return [{ ...about, code: 'too-many', limit: most }]
  const own = check?.(answer.value)
  if (own) return [{ ...about, ...own }]
  if (control.produces.kind !== 'number' || typeof answer.value !== 'number') return []
  const { min, max, step } = attrs
  const { value } = answer
  if (typeof min === 'number' && value < min) return [{ ...about, code: 'below-min', limit: min }]
  if (typeof max === 'number' && value > max) return [{ ...about, code: 'above-max', limit: max }]
  if (typeof step === 'number' && !isOnStep(value, typeof min === 'number' ? min : 0, step)) {
    return [{ ...about, code: 'off-step', limit: step }]
  }
  return []
}

/** How many options one answer may hold; labels are held to their limits while drawing. */
function mostPicked(control: Control): number | undefined {
  if (control.labels) return undefined
  const { choice, maxUsages } = control.node.attrs
  if (control.produces.kind === 'choices' && choice !== 'multiple' && control.node.attrs.allowNested !== true) return 1
  return typeof maxUsages === 'number' ? maxUsages : undefined
}

/** Divisible, up to what binary fractions lose: 0.3 is three steps of 0.1. */
function isOnStep(value: number, min: number, step: number): boolean {
  if (step <= 0) return true
  const steps = (value - min) / step
  return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps))
}

/** Rating 0 is an answer that was taken back by hand, and passes. */
export const isEmptyValue = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
