import {
  type AnnotationFields,
  addComment,
  createDraft,
  deleteAnnotation,
  deleteComment,
  deleteDraft,
  getAnnotationHistory,
  getComments,
  updateAnnotation,
  updateComment,
  updateDraft,
} from '@labelwright/api'
import type { CommentEvents, DraftInput, EditorEvents, Submission } from '@labelwright/editor'
import { type Outbox, sendOrKeep } from './outbox.ts'

interface EventsContext {
  task: number
  user: number
  outbox: Outbox
  /** The answer is in safe hands: the server's, or the outbox's. */
  handedOver: (action: 'submit' | 'update' | 'skip', how: 'sent' | 'kept') => void
}

/** What the editor asks for, done by the server's interface. */
export function editorEvents({ task, user, outbox, handedOver }: EventsContext): EditorEvents {
  const send = async (
    action: 'submit' | 'update' | 'skip',
    submission: Submission,
    more: Partial<AnnotationFields> = {},
  ) => {
    const { unique_id, annotationId } = submission
    const fields: AnnotationFields = { ...fieldsOf(submission), ...more }
    const entry = { unique_id, user, task, fields, ...(annotationId !== undefined && { annotation: annotationId }) }
    handedOver(action, await sendOrKeep(outbox, entry))
  }
  return {
    submit: (submission) => send('submit', submission, { was_cancelled: false }),
    update: (submission) => send('update', submission, { was_cancelled: false }),
    skip: (submission) => send('skip', submission, { was_cancelled: true }),
    unskip: (submission) => send('update', submission, { was_cancelled: false }),
    saveDraft: (draft) => saveDraft(task, draft),
    deleteDraft: ({ id }) => deleteDraft(id),
    deleteAnnotation: ({ annotationId }) => deleteAnnotation(annotationId),
    comments: commentEvents(task),
    history: ({ annotationId }) => getAnnotationHistory(annotationId),
    groundTruth: async ({ annotationId, value }) => {
      await updateAnnotation(annotationId, { ground_truth: value })
    },
  }
}

const commentEvents = (task: number): CommentEvents => ({
  list: () => getComments(task),
  add: ({ annotationId, draftId, text, region_ref }) =>
    addComment({
      text,
      ...(region_ref && { region_ref: { ...region_ref } }),
      ...(annotationId === undefined
        ? { ...(draftId !== undefined && { draft: draftId }) }
        : { annotation: annotationId }),
    }),
  update: ({ id, ...change }) => updateComment(id, change),
  remove: ({ id }) => deleteComment(id),
})

function fieldsOf(submission: Submission): AnnotationFields {
  const { annotationId, unique_id, result, ...rest } = submission
  // An annotation that is stored has its id already.
  return { ...rest, result: [...result], ...(annotationId === undefined && { unique_id }) }
}

async function saveDraft(task: number, { id, annotationId, result, lead_time }: DraftInput): Promise<{ id: number }> {
  const fields = { result: [...result], lead_time }
  return id === undefined ? createDraft(task, annotationId, fields) : updateDraft(id, fields)
}
