/** What a question control says right now, and how to change it: about the task, the page on screen, or the selected region. */

import { type Control, isVisible, type Json, type JsonObject, pageOf } from '../model'
import { useAnnotation, useEverything, useValue } from './context'

export interface Asked {
  readonly value: Json | undefined
  /** Of the answer alone. */
  readonly meta: JsonObject | undefined
  readonly set: (value: Json | undefined, meta?: JsonObject) => void
  readonly readOnly: boolean
  /** False while its conditions hide it, or no region is selected that it could ask about. */
  readonly shown: boolean
  /** Changes when the question is about something else: what is typed belongs to what it was. */
  readonly about: string
}

export function useAnswer(control: Control): Asked {
  const annotation = useAnnotation()
  useEverything(annotation)
  useValue(annotation.session.page)
  useValue(annotation.session.locked)
  const shown = isVisible(control.node, annotation.situation)
  const [selected] = annotation.session.selection.get()
  const region = control.scope === 'region' ? selected : undefined
  const page = control.scope === 'item' ? pageOf(annotation.session, control.targets[0] ?? '') : undefined
  const about = {
    ...(region === undefined ? {} : { region }),
    ...(page === undefined ? {} : { page }),
  }
  const answer = annotation.answer(control, region, page)
  return {
    value: answer?.value,
    meta: answer?.meta,
    set: (value, meta) => annotation.setAnswer(control, value, about, meta),
    readOnly: annotation.readOnly || (region !== undefined && annotation.isLocked(region)),
    shown,
    about: `${region ?? ''}#${page ?? ''}`,
  }
}
