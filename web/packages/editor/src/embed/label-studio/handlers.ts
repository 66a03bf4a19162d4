/** The editor's own events, told to the page by Label Studio's names. */

import type { EditorEvents, SaveAction } from '../../core/options'
import type { HostAnnotation } from './annotation'
import { buttonsIn } from './buttons'
import type { EventName } from './events'
import type { Host } from './host'
import { reviewEvent } from './review'

const SAVING: Record<SaveAction, EventName> = {
  submit: 'submitAnnotation',
  update: 'updateAnnotation',
  skip: 'skipTask',
}

export function handlersFor(host: Host): EditorEvents {
  const { emitter, store, pks } = host
  const open = (): HostAnnotation => {
    const { selected } = store.annotationStore
    if (!selected) throw new Error('No annotation is open')
    return selected
  }
  return {
    beforeSave: async (action, version) => {
      const about = { event: SAVING[action] }
      return !(await emitter.ask('beforeSaveAnnotation', store, host.annotation(version), about)).includes(false)
    },
    submit: async (_, version) => {
      const annotation = host.annotation(version)
      await emitter.ask('submitAnnotation', store, annotation)
      // The page may have told its id, or gone on to another task.
      if (annotation.userGenerate) host.becameStored(annotation.key, pks.fresh())
    },
    update: async (_, version) => void (await emitter.ask('updateAnnotation', store, host.annotation(version), {})),
    skip: async () => void (await emitter.ask('skipTask', store, {})),
    unskip: async () => void (await emitter.ask('unskipTask', store)),
    deleteAnnotation: async () => void (await emitter.ask('deleteAnnotation', store, open())),
    groundTruth: async ({ value }) => void (await emitter.ask('groundTruth', store, open(), value)),
    button: async (name) => {
      const annotation = open()
      const about = { isDirty: annotation.isDirty, entity: annotation }
      const event = host.interfaces.has('review') ? reviewEvent(name) : undefined
      if (event) {
        const answers = await emitter.ask('beforeSaveAnnotation', store, annotation, { event })
        if (!answers.includes(false)) await emitter.ask(event, store, about)
        return
      }
      const button = buttonsIn(host.given.customButtons).find(({ own }) => own.name === name)?.own
      await emitter.ask('customButton', store, name, { ...about, button })
    },
    ...models(host),
    ...drafts(host),
    ...neighbours(host),
  }
}

/** A model can be asked when the page listens for what is drawn for one. */
function models({ emitter, interfaces, suggesting }: Host): Pick<EditorEvents, 'suggest'> {
  if (!emitter.has('regionFinishedDrawing') || !interfaces.has('auto-annotation')) return {}
  return { suggest: ({ result }) => suggesting.ask(result) }
}

/** Drafts are only made when the page listens. */
function drafts(host: Host): Pick<EditorEvents, 'saveDraft'> {
  const { emitter, store, pks } = host
  if (!emitter.has('submitDraft')) return {}
  return {
    saveDraft: async ({ id }, version) => {
      const answers = await emitter.ask('submitDraft', store, host.annotation(version), {})
      return { id: id ?? answers.map(idIn).find((it) => it !== undefined) ?? pks.fresh() }
    },
  }
}

function idIn(answer: unknown): number | undefined {
  const id: unknown = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : undefined
  return typeof id === 'number' ? id : undefined
}

function neighbours({ emitter, store }: Host): Pick<EditorEvents, 'nextTask' | 'previousTask'> {
  if (!store.hasInterface('topbar:prevnext')) return {}
  return {
    ...(emitter.has('nextTask') ? { nextTask: () => emitter.tell('nextTask', undefined, undefined) } : {}),
    ...(emitter.has('prevTask') ? { previousTask: () => emitter.tell('prevTask', undefined, undefined) } : {}),
  }
}
