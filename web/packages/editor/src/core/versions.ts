/**
 * What there is to open on a task: annotations, drafts of new ones, predictions. One entry is one tab; which one is
 * opened first follows the documented order.
 */

import type { WireItem } from '../model'
import type { EditorOptions, TaskInput, WireAnnotation, WireDraft, WirePrediction } from './options'

export interface Version {
  /** Stable within the task: what the journal files it under. */
  readonly key: string
  readonly kind: 'annotation' | 'new' | 'prediction'
  /** Of the stored annotation or prediction. */
  readonly id?: number
  readonly draftId?: number
  /** What is opened: of a draft, if there is one. */
  readonly result: readonly WireItem[]
  /** Whether that is not yet what is submitted. */
  readonly isDraft: boolean
  /** What is submitted, where a draft stands over it. */
  readonly submitted?: readonly WireItem[]
  readonly by?: string
  readonly at?: string
  /** When the annotation was last changed, whatever draft stands over it. */
  readonly updatedAt?: string
  /** When what is opened was last stored. */
  readonly changedAt?: string
  readonly score?: number
  readonly leadTime: number
  readonly isSkipped: boolean
  readonly isGroundTruth: boolean
  readonly parentPrediction?: number
  readonly parentAnnotation?: number
}

const NEW = { kind: 'new', isDraft: false, leadTime: 0, isSkipped: false, isGroundTruth: false } as const

const defined = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

export const emptyVersion = (key: string): Version => ({ ...NEW, key, result: [] })

/** A new annotation: empty but for what a prediction puts into each of them. */
export function newVersion(key: string, versions: readonly Version[]): Version {
  const always = versions
    .filter(({ kind }) => kind === 'prediction')
    .map(({ result }) => result.filter((item) => item.interactive_mode === false))
  return { ...emptyVersion(key), result: (always.find((items) => items.length > 0) ?? []).map(takenItem) }
}

/** A new annotation that starts as a copy of a prediction or of somebody's annotation. */
export function copyOf(source: Version, key: string): Version {
  const parent =
    source.kind === 'prediction'
      ? { parentPrediction: source.id }
      : source.id === undefined
        ? {}
        : { parentAnnotation: source.id }
  const result = source.result.map(source.kind === 'prediction' ? takenItem : ownItem)
  return { ...NEW, ...defined(parent), key, result }
}

/** Of a prediction an item stays the model's; how it was to be copied has been said. */
function takenItem({ interactive_mode: _, ...item }: WireItem): WireItem {
  return item
}

/** Items of a copied annotation are one's own: not protected, not the model's. */
function ownItem({ readonly: _, ...item }: WireItem): WireItem {
  return item
}

export function predictionVersion(prediction: WirePrediction): Version {
  const more = defined({ by: prediction.model_version, at: prediction.created_at, score: prediction.score })
  const result = prediction.result.map((item): WireItem => ({ ...item, origin: 'prediction' }))
  return {
    ...NEW,
    ...(more as object),
    kind: 'prediction',
    key: `prediction-${prediction.id}`,
    id: prediction.id,
    result,
  }
}

function annotationVersion(annotation: WireAnnotation, draft: WireDraft | undefined): Version {
  const changedAt = draft ? (draft.updated_at ?? draft.created_at) : (annotation.updated_at ?? annotation.created_at)
  const more = defined({
    by: annotation.created_username,
    at: annotation.created_at,
    changedAt,
    updatedAt: annotation.updated_at,
    draftId: draft?.id,
  })
  return {
    ...(more as object),
    kind: 'annotation',
    key: `annotation-${annotation.id}`,
    id: annotation.id,
    result: draft?.result ?? annotation.result,
    isDraft: draft !== undefined,
    ...(draft ? { submitted: annotation.result } : {}),
    leadTime: draft?.lead_time ?? annotation.lead_time ?? 0,
    isSkipped: annotation.was_cancelled === true,
    isGroundTruth: annotation.ground_truth === true,
  }
}

function draftVersion(draft: WireDraft, isLast: boolean): Version {
  const at = draft.updated_at ?? draft.created_at
  return {
    ...NEW,
    ...(defined({ at, changedAt: at }) as object),
    // The latest draft of a new annotation has the key that new work gets, so that the journal of a page that crashed
    // before the first save finds it.
    key: isLast ? 'new' : `draft-${draft.id}`,
    draftId: draft.id,
    result: draft.result,
    isDraft: true,
    leadTime: draft.lead_time ?? 0,
  }
}

export interface Opening {
  readonly versions: readonly Version[]
  readonly open: string
}

type Asked = Pick<EditorOptions, 'annotationId' | 'predictionId' | 'stream' | 'usePredictions' | 'readOnly'>

export function openTask(task: TaskInput, asked: Asked): Opening {
  const drafts = task.drafts ?? []
  const ofAnnotation = (id: number): WireDraft | undefined => drafts.findLast((draft) => draft.annotation === id)
  const annotations = (task.annotations ?? []).map((it) => annotationVersion(it, ofAnnotation(it.id)))
  const predictions = (task.predictions ?? []).map(predictionVersion)
  const newDrafts = drafts.filter((draft) => draft.annotation === undefined || draft.annotation === null)
  const ownDraft = newDrafts.toReversed().map((draft, index) => draftVersion(draft, index === 0))
  const stored = [...ownDraft, ...annotations, ...predictions]
  const existing = chooseExisting(ownDraft, annotations, predictions, asked)
  if (existing) return { versions: stored, open: existing.key }
  const start =
    predictions[0] && asked.usePredictions !== false ? copyOf(predictions[0], 'new') : newVersion('new', predictions)
  return { versions: [start, ...stored], open: start.key }
}

function chooseExisting(
  drafts: readonly Version[],
  annotations: readonly Version[],
  predictions: readonly Version[],
  asked: Asked,
): Version | undefined {
  const wanted =
    annotations.find((it) => asked.annotationId !== undefined && it.id === asked.annotationId) ??
    predictions.find((it) => asked.predictionId !== undefined && it.id === asked.predictionId)
  if (asked.stream) return drafts[0] ?? wanted
  if (asked.readOnly) return wanted ?? annotations[0] ?? predictions[0]
  return wanted ?? drafts[0] ?? annotations[0]
}
