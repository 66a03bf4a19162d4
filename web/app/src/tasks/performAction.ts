import { type Action, runAction, type SelectedItems, startAction, type TaskQuery } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import type { QueryClient } from '@tanstack/react-query'
import { MANY } from '../jobs/many.ts'
import { watch } from '../jobs/watched.ts'
import { toast, toastError } from '../kit/toast.tsx'
import { projectQuery } from '../projects/queries.ts'
import { actionDid, actionTitle } from './actionWords.ts'
import { type Deletion, deleteSoon, GRACE, takeBack } from './deletions.ts'
import { tasksKey } from './key.ts'
import { viewsQuery } from './queries.ts'
import { toastUndo } from './toastUndo.tsx'

export interface Asked {
  project: number
  action: Action
  /** How many tasks it is for. */
  count: number
  query: TaskQuery & { selectedItems: SelectedItems }
}

/** For many tasks, or a whole project, an action is a job. */
export const isJob = ({ action, count }: Pick<Asked, 'action' | 'count'>): boolean =>
  count >= MANY || action.of_project === true

/** Says what came of it, unless it goes on as a job, and shows anew what it changed. */
export async function perform(client: QueryClient, asked: Asked, isLeaving = false): Promise<void> {
  const { project, action, query } = asked
  if (isJob(asked)) {
    watch(await startAction(project, action.id, query, isLeaving))
    return
  }
  const answer = await runAction(project, action.id, query, isLeaving)
  toast(actionDid(action, answer))
  const changed = [
    tasksKey(project),
    projectQuery(project).queryKey,
    ['columns', project],
    viewsQuery(project).queryKey,
  ]
  await Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })))
}

/** A deletion begins when it can no longer be taken back. */
export function performSoon(client: QueryClient, asked: Asked): void {
  const deletion: Deletion = {
    project: asked.project,
    query: asked.query,
    begin: (isLeaving) => void perform(client, asked, isLeaving).catch(toastError),
  }
  deleteSoon(deletion)
  const message = t('actions.going', { title: actionTitle(asked.action), count: asked.count })
  toastUndo(message, () => takeBack(deletion) && toast(t('actions.taken_back')), GRACE * 1000)
}
