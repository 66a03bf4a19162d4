/** How the annotation came to be: the steps taken since it was opened, and every state that was submitted before. */

import { type TextKey, t } from '@labelwright/i18n'
import { Button, Skeleton } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { StoredState } from '../../core/options'
import { personOf } from '../../core/people'
import { useAnnotation, useEditor, useValue, useWork } from '../context'
import { ageOf, timeOf } from '../versions/age'
import { Initials } from '../versions/Face'
import classes from './history.module.css'

export function HistoryPanel() {
  const { version } = useWork()
  return (
    <div className={classes.panel}>
      <Steps />
      {version.kind === 'annotation' && version.id !== undefined && <States annotationId={version.id} />}
    </div>
  )
}

const STEPS: Readonly<Record<string, TextKey | undefined>> = {
  answer: 'versions.stepAnswer',
  break: 'versions.stepBreak',
  combine: 'versions.stepCombine',
  convert: 'versions.stepConvert',
  create: 'versions.stepCreate',
  delete: 'versions.stepDelete',
  draw: 'versions.stepCreate',
  duplicate: 'versions.stepDuplicate',
  label: 'versions.stepLabel',
  move: 'versions.stepMove',
  note: 'versions.stepNote',
  paste: 'versions.stepPaste',
  relate: 'versions.stepRelate',
  relation: 'versions.stepRelation',
  resize: 'versions.stepMove',
  restore: 'versions.stepRestore',
  transform: 'versions.stepMove',
}

function Steps() {
  const editor = useEditor()
  const { history } = useAnnotation()
  const { steps, depth } = useValue(history)
  const goTo = (to: number): void => {
    editor.views.back()
    history.goTo(to)
  }
  return (
    <section aria-label={t('versions.steps')}>
      <h2 className={classes.title}>{t('versions.steps')}</h2>
      <ol className={classes.list} reversed>
        {steps
          .map((name, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the order
            <li key={index}>
              <button
                type="button"
                className={classes.step}
                aria-current={index + 1 === depth ? 'step' : undefined}
                data-undone={index + 1 > depth || undefined}
                onClick={() => goTo(index + 1)}
              >
                {words(STEPS[name] ?? 'versions.stepEdit')}
              </button>
            </li>
          ))
          .reverse()}
        <li>
          <button
            type="button"
            className={classes.step}
            aria-current={depth === 0 ? 'step' : undefined}
            onClick={() => goTo(0)}
          >
            {t('versions.stepOpened')}
          </button>
        </li>
      </ol>
    </section>
  )
}

/** Keys from a table have no values to fill in. */
const words = t as (key: TextKey) => string

const ACTIONS: Readonly<Record<string, TextKey | undefined>> = {
  imported: 'versions.actionImported',
  restored: 'versions.actionRestored',
  skipped: 'versions.actionSkipped',
  submitted: 'versions.actionSubmitted',
  updated: 'versions.actionUpdated',
}

function States({ annotationId }: { annotationId: number }) {
  const editor = useEditor()
  const { states, error, retry } = useStates(annotationId)
  const earlier = useValue(editor.views.earlier)
  const { version } = useWork()
  const hidden = useValue(editor.options).show?.authors === false
  const look = (state: StoredState): void => {
    // The present state is the work itself, unless a draft stands over it.
    if (state.id === null && !version.isDraft) editor.views.back()
    else editor.views.look({ result: state.result ?? [], stored: state })
  }
  return (
    <section aria-label={t('versions.states')}>
      <h2 className={classes.title}>{t('versions.states')}</h2>
      {error !== undefined && (
        <div className={classes.failed} role="alert">
          {t('versions.historyFailed', { message: error })}
          <Button size="compact-xs" variant="default" onClick={retry}>
            {t('editor.retry')}
          </Button>
        </div>
      )}
      {!states && error === undefined && <Skeleton height={64} mx={10} w="auto" />}
      <ol className={classes.list} reversed>
        {states?.map((state) => (
          <li key={state.id ?? 'now'}>
            <button
              type="button"
              className={classes.state}
              aria-current={isShown(state, earlier?.stored) || undefined}
              title={timeOf(state.created_at)}
              onClick={() => look(state)}
            >
              {!hidden && state.created_username !== undefined && <Initials by={state.created_username} />}
              <span className={classes.stateText}>
                {words(ACTIONS[state.action] ?? 'versions.actionUpdated')}
                {!hidden && state.created_username !== undefined && (
                  <span className={classes.muted}> {personOf(state.created_username).name}</span>
                )}
              </span>
              {!hidden && <span className={classes.muted}>{ageOf(state.created_at)}</span>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

const isShown = (state: StoredState, shown: StoredState | undefined): boolean =>
  shown === undefined ? state.id === null : state.id === shown.id

interface Loaded {
  readonly states?: readonly StoredState[]
  readonly error?: string
}

function useStates(annotationId: number): Loaded & { readonly retry: () => void } {
  const editor = useEditor()
  const [loaded, setLoaded] = useState<Loaded>({})
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let current = true
    const take = (next: Loaded): void => {
      if (current) setLoaded(next)
    }
    setLoaded({})
    editor.options
      .get()
      .on?.history?.({ annotationId })
      .then(
        (states) => take({ states }),
        (error: unknown) => take({ error: error instanceof Error ? error.message : String(error) }),
      )
    return () => {
      current = false
    }
  }, [editor, annotationId, attempt])
  return { ...loaded, retry: () => setAttempt(attempt + 1) }
}
