import {
  type AnnotationFields,
  ApiError,
  addComment,
  createDraft,
  deleteAnnotation,
  deleteComment,
  deleteDraft,
  getAnnotation,
  getAnnotationHistory,
  getComments,
  updateAnnotation,
  updateComment,
  updateDraft,
} from '@labelwright/api'
import {
  type CommentEvents,
  type DraftInput,
  type EditorEvents,
  type LabelEvents,
  Overtaken,
  type Submission,
} from '@labelwright/editor'
import { type Outbox, OVERTAKEN, sendOrKeep } from './outbox.ts'

interface EventsContext {
  project: number
  task: number
  user: number
  outbox: Outbox
  /** The answer is in safe hands: the server's, or the outbox's. */
  handedOver: (action: 'submit' | 'update' | 'skip', how: 'sent' | 'kept') => void
}

/** What the editor asks for, done by the server's interface. */
export function editorEvents({ project, task, user, outbox, handedOver }: EventsContext): EditorEvents {
  const send = async (
    action: 'submit' | 'update' | 'skip',
    submission: Submission,
    more: Partial<AnnotationFields> = {},
  ) => {
    const { unique_id, annotationId, basedOn } = submission
    const entry = {
      unique_id,
      user,
      task,
      fields: { ...fieldsOf(submission), ...more },
      ...(annotationId !== undefined && { annotation: annotationId }),
      ...(basedOn !== undefined && { basedOn }),
    }
    try {
      handedOver(action, await sendOrKeep(outbox, entry))
    } catch (error) {
      const overtaken = error instanceof ApiError && error.status === OVERTAKEN && annotationId !== undefined
      throw overtaken ? await overtakenBy(annotationId) : error
    }
  }
  return {
    submit: (submission) => send('submit', submission, { was_cancelled: false }),
    update: (submission) => send('update', submission, { was_cancelled: false }),
    skip: (submission) => send('skip', submission, { was_cancelled: true }),
    // Taking back a skip is not an edit that could be lost.
    unskip: ({ basedOn: _, ...submission }) => send('update', submission, { was_cancelled: false }),
    saveDraft: (draft) => saveDraft(task, draft),
    deleteDraft: ({ id }) => deleteDraft(id),
    deleteAnnotation: ({ annotationId }) => deleteAnnotation(annotationId),
    comments: commentEvents(task),
    labels: addedLabels(project),
    history: ({ annotationId }) => getAnnotationHistory(annotationId),
    groundTruth: ({ annotationId, value }) => updateAnnotation(annotationId, { ground_truth: value }),
  }
}

/** Loaded when a tree is opened to which people may add. */
const addedLabels = (project: number): LabelEvents => ({
  list: async () => (await import('./labels.ts')).labelEvents(project).list(),
  add: async (label) => (await import('./labels.ts')).labelEvents(project).add(label),
})

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

/** What stands there now, and who put it there. */
async function overtakenBy(annotation: number): Promise<Overtaken> {
  const [theirs, states] = await Promise.all([getAnnotation(annotation), getAnnotationHistory(annotation)])
  return new Overtaken({ ...theirs, result: theirs.result ?? [], completed_by: null }, states[0]?.created_username)
}

function fieldsOf(submission: Submission): AnnotationFields {
  const { annotationId, unique_id, basedOn, result, ...rest } = submission
  // An annotation that is stored has its id already.
  return { ...rest, result: [...result], ...(annotationId === undefined && { unique_id }) }
}

async function saveDraft(task: number, { id, annotationId, result, lead_time }: DraftInput): Promise<{ id: number }> {
  const fields = { result: [...result], lead_time }
  return id === undefined ? createDraft(task, annotationId, fields) : updateDraft(id, fields)
}
