/** A task as Label Studio's pages hand it over, read into ours. */

import type { TaskInput, WireAnnotation, WireDraft, WirePrediction } from '../../core/options'
import { isObject, type JsonObject, type WireItem } from '../../model'
import type { Pks } from './pks'

type Id = string | number

export interface GivenAnnotation {
  readonly id?: Id
  readonly pk?: Id
  readonly result?: readonly WireItem[]
  readonly createdDate?: string
  readonly createdBy?: string
  readonly leadTime?: number | null
  readonly skipped?: boolean
  readonly ground_truth?: boolean
  /** Not sent yet. */
  readonly userGenerate?: boolean
  readonly draftId?: number
  readonly parent_prediction?: number | null
  readonly parent_annotation?: number | null
}

export interface GivenPrediction {
  readonly id?: Id
  readonly pk?: Id
  readonly result?: readonly WireItem[]
  readonly score?: number | null
  /** The version of the model. */
  readonly createdBy?: string
  readonly createdDate?: string
}

export interface GivenTask {
  readonly id?: Id
  readonly data: JsonObject | string
  readonly annotations?: readonly GivenAnnotation[]
  readonly predictions?: readonly GivenPrediction[]
}

export function readTask(task: GivenTask, pks: Pks): TaskInput {
  const { annotations = [], predictions = [] } = task
  return {
    ...(task.id === undefined ? {} : { id: task.id }),
    data: readData(task.data),
    annotations: annotations.filter(isStored).map((it) => readAnnotation(it, pks)),
    drafts: annotations.filter((it) => !isStored(it)).map((it) => readDraft(it, pks)),
    predictions: predictions.map((it) => readPrediction(it, pks)),
  }
}

/** One without an id of the page's, or one that the person began, is still to be submitted. */
const isStored = ({ id, pk, userGenerate, draftId }: GivenAnnotation): boolean =>
  pk !== undefined || (id !== undefined && userGenerate !== true && draftId === undefined)

function readData(data: unknown): JsonObject {
  const read: unknown = typeof data === 'string' ? parsed(data) : data
  if (!isObject(read)) throw new TypeError('The data of a task must be an object, or JSON of one.')
  return read
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function readAnnotation(it: GivenAnnotation, pks: Pks): WireAnnotation {
  return {
    id: pks.numberOf(it.pk ?? it.id ?? pks.fresh()),
    result: it.result ?? [],
    was_cancelled: it.skipped === true,
    ground_truth: it.ground_truth === true,
    ...(it.createdBy === undefined ? {} : { created_username: it.createdBy }),
    ...(it.createdDate === undefined ? {} : { created_at: it.createdDate }),
    ...(it.leadTime === undefined ? {} : { lead_time: it.leadTime }),
  }
}

const readDraft = (it: GivenAnnotation, pks: Pks): WireDraft => ({
  id: it.draftId ?? pks.fresh(),
  result: it.result ?? [],
  ...(it.createdDate === undefined ? {} : { created_at: it.createdDate }),
  ...(it.leadTime === undefined ? {} : { lead_time: it.leadTime }),
})

export const readPrediction = (it: GivenPrediction, pks: Pks): WirePrediction => ({
  id: pks.numberOf(it.pk ?? it.id ?? pks.fresh()),
  result: it.result ?? [],
  ...(it.createdBy === undefined ? {} : { model_version: it.createdBy }),
  ...(it.createdDate === undefined ? {} : { created_at: it.createdDate }),
  ...(it.score === undefined ? {} : { score: it.score }),
})
