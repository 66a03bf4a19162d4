/** Carries out what a component asks for, by the rules that hold for everybody. */

import type { Annotation } from '../../core/annotation'
import type { TaskEditor } from '../../core/task-editor'
import {
  type Control,
  componentValue,
  displayMeta,
  type JsonObject,
  type Region,
  withComponentValue,
} from '../../model'
import { type Misfit, misfit } from '../../model/outputs'
import type { Said, ToldRegion } from './messages'

export const KIND = 'reactcode'

type Change = Extract<Said, { kind: 'add' | 'update' | 'delete' }>

export interface ComponentStore {
  readonly editor: TaskEditor
  readonly annotation: Annotation
  readonly control: Control
  readonly target: string
  /** What `outputs` says, where it says something. */
  readonly schema: JsonObject | undefined
}

export const isOwn = (annotation: Annotation, control: Control, region: Region): boolean =>
  region.kind === KIND && annotation.answer(control, region.id) !== undefined

export const toldOf = (regions: readonly Region[]): ToldRegion[] =>
  regions.map((region) => ({ id: region.id, value: JSON.stringify(componentValue(region)) }))

/** Says what does not fit, where the value is not what the config allows. */
export function carryOut(store: ComponentStore, change: Change): Misfit | undefined {
  const { editor, annotation, schema } = store
  const wrong = change.kind !== 'delete' && schema ? misfit(change.value, schema) : undefined
  if (wrong) return wrong
  if (change.kind === 'add') add(store, change)
  else {
    const region = annotation.region(change.id)
    if (!region || !isOwn(annotation, store.control, region)) return undefined
    if (annotation.isLocked(region.id)) editor.refuse({ code: 'read-only' })
    else if (change.kind === 'delete') annotation.remove([region.id])
    else {
      const shape = withComponentValue(region.shape, change.value)
      annotation.setRegion(region.id, { shape, meta: displayMeta(region.meta, change.displayText) })
    }
  }
  return undefined
}

function add({ editor, annotation, control, target }: ComponentStore, change: Extract<Change, { kind: 'add' }>): void {
  const meta = displayMeta(undefined, change.displayText)
  const shape = withComponentValue({}, change.value)
  const made = annotation.create({
    target,
    kind: KIND,
    maker: control.name,
    shape,
    ...(change.displayText ? { meta } : {}),
  })
  if ('refused' in made) editor.refuse(made.refused)
  else editor.finished(made.id)
}
