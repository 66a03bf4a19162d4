import { describe, expect, it } from 'vitest'
import type { TaskInput } from './options'
import { copyOf, newVersion, openTask, predictionVersion } from './versions'

const annotation = { id: 5, result: [{ id: 'a' }] }
const prediction = { id: 3, result: [{ id: 'p' }], model_version: 'm1', score: 0.5 }
const task = (more: Partial<TaskInput> = {}): TaskInput => ({ id: 1, data: {}, ...more })
const opened = (input: TaskInput, asked = {}) => {
  const { versions, open } = openTask(input, asked)
  return versions.find((it) => it.key === open)
}

describe('opening a task', () => {
  it('starts empty when there is nothing', () => {
    expect(opened(task())).toMatchObject({ kind: 'new', result: [] })
  })

  it('opens my draft first in the stream', () => {
    const drafts = [{ id: 8, annotation: null, result: [{ id: 'd' }] }]
    const asked = { stream: true, annotationId: 5 }
    expect(opened(task({ drafts, annotations: [annotation] }), asked)).toMatchObject({ draftId: 8, isDraft: true })
  })

  it('opens the annotation that was asked for', () => {
    const annotations = [{ id: 4, result: [] }, annotation]
    expect(opened(task({ annotations }), { annotationId: 5 })).toMatchObject({ kind: 'annotation', id: 5 })
  })

  it('opens the first annotation when none was asked for', () => {
    expect(opened(task({ annotations: [annotation], predictions: [prediction] }))).toMatchObject({ id: 5 })
  })

  it('copies the first prediction where there is no annotation', () => {
    expect(opened(task({ predictions: [prediction] }))).toMatchObject({ kind: 'new', parentPrediction: 3 })
    expect(opened(task({ predictions: [prediction] }), { usePredictions: false })).toMatchObject({ result: [] })
  })

  it('starts a new annotation in the stream beside those of others', () => {
    expect(opened(task({ annotations: [annotation] }), { stream: true })).toMatchObject({ kind: 'new' })
  })

  it('shows a draft over what is submitted', () => {
    const drafts = [{ id: 8, annotation: 5, result: [{ id: 'changed' }], lead_time: 12 }]
    const found = opened(task({ annotations: [annotation], drafts }))
    expect(found).toMatchObject({ id: 5, draftId: 8, isDraft: true, leadTime: 12, result: [{ id: 'changed' }] })
  })

  it('does not make a new annotation for people who only look', () => {
    expect(opened(task({ predictions: [prediction] }), { readOnly: true })).toMatchObject({ kind: 'prediction' })
  })
})

describe('copying', () => {
  it('keeps ids and scores of a prediction and says where it came from', () => {
    const copy = copyOf(predictionVersion(prediction), 'new')
    expect(copy).toMatchObject({ parentPrediction: 3, result: [{ id: 'p', origin: 'prediction' }] })
  })

  it('makes the items of an annotation free to change', () => {
    const [version] = openTask(task({ annotations: [{ id: 5, result: [{ id: 'a', readonly: true }] }] }), {}).versions
    expect(version && copyOf(version, 'new')).toMatchObject({ parentAnnotation: 5, result: [{ id: 'a' }] })
  })

  it('puts into every new annotation what a prediction wants in each of them', () => {
    const items = [{ id: 'p' }, { id: 'q', interactive_mode: false }]
    const predictions = [prediction, { ...prediction, id: 4, result: items }]
    expect(opened(task({ predictions }), { usePredictions: false })?.result).toEqual([
      { id: 'q', origin: 'prediction' },
    ])
    const { versions } = openTask(task({ predictions, annotations: [annotation] }), {})
    expect(newVersion('new', versions).result).toEqual([{ id: 'q', origin: 'prediction' }])
    expect(opened(task({ predictions: predictions.slice(1) }))?.result).toEqual([
      { id: 'p', origin: 'prediction' },
      { id: 'q', origin: 'prediction' },
    ])
  })
})
