import type { Job } from '@labelwright/api'
import { type TextKey, t } from '@labelwright/i18n'

const ACTIONS: Readonly<Record<string, TextKey>> = {
  delete_tasks: 'jobs.deleting_tasks',
  delete_tasks_annotations: 'jobs.deleting_annotations',
  delete_tasks_predictions: 'jobs.deleting_predictions',
}

const PHASES: Readonly<Record<string, TextKey>> = {
  checking: 'jobs.phase_checking',
  copying: 'jobs.phase_copying',
  exporting: 'jobs.phase_exporting',
  finishing: 'jobs.phase_finishing',
  undoing: 'jobs.phase_undoing',
  working: 'jobs.phase_working',
  writing: 'jobs.phase_writing',
}

const STATES: Readonly<Record<string, TextKey>> = {
  queued: 'jobs.state_queued',
  cancelling: 'jobs.state_cancelling',
  completed: 'jobs.state_completed',
  failed: 'jobs.state_failed',
  cancelled: 'jobs.state_cancelled',
}

const plain = t as (key: TextKey) => string

/** What a job does. */
export function jobName({ kind, title }: Job): string {
  if (kind === 'import') return t('jobs.import_of', { title })
  if (kind === 'export') return t('jobs.export_as', { format: title })
  if (kind === 'duplicate') return t('jobs.duplicate_of', { title })
  return plain(ACTIONS[title] ?? 'jobs.on_tasks')
}

/** How it is doing. */
export function jobState({ state, phase }: Job): string {
  const key = STATES[state] ?? PHASES[phase]
  return key ? plain(key) : t('jobs.state_queued')
}

/** How far it is, in numbers; nothing where there are none to tell. */
export function jobFigures({ done, total, state, finished_at }: Job): string {
  if (state === 'queued' || state === 'cancelling' || finished_at !== null) return ''
  if (total === null) return done > 0 ? t('jobs.so_far', { count: done }) : ''
  return t('jobs.done_of', { done, total })
}

/** What came of it. */
export function jobResult({ kind, result }: Job): string {
  if ((kind === 'import' || kind === 'duplicate') && result?.task_count !== undefined)
    return t('tasks.imported', { count: result.task_count })
  if (kind === 'export' && result?.file !== undefined) return t('jobs.export_ready')
  return result?.processed_items === undefined ? '' : t('jobs.processed', { count: result.processed_items })
}
