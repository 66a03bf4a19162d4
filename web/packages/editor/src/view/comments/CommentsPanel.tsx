/** What is said about the open annotation, what is settled, and a field to say more. */

import { t } from '@labelwright/i18n'
import { Button, Skeleton } from '@mantine/core'
import { useEffect } from 'react'
import { useEditor, useValue, useWork } from '../context'
import { CommentCard } from './CommentCard'
import { Composer } from './Composer'
import classes from './comments.module.css'

export function CommentsPanel() {
  const { comments, readOnly } = useEditor()
  const work = useWork()
  const state = useValue(comments.state)
  useValue(comments.all)
  useValue(work.drafts.state)
  useEffect(() => void comments.load(), [comments])
  const mine = comments.of(work.version, work.storedDraft)
  const open = mine.filter((it) => !it.isResolved)
  const settled = mine.filter((it) => it.isResolved)
  return (
    <div className={classes.panel}>
      <div className={classes.list}>
        {state.kind === 'waiting' && mine.length === 0 && <Skeleton height={56} />}
        {state.kind === 'failed' && (
          <div className={classes.failed} role="alert">
            {t('comments.notRead', { message: state.message })}
            <Button size="compact-xs" variant="default" onClick={() => void comments.load()}>
              {t('editor.retry')}
            </Button>
          </div>
        )}
        {state.kind === 'loaded' && mine.length === 0 && <p className={classes.empty}>{t('comments.none')}</p>}
        <ul className={classes.cards} aria-label={t('panels.titleComments')}>
          {open.map((comment) => (
            <CommentCard key={comment.key} comment={comment} />
          ))}
        </ul>
        {settled.length > 0 && (
          <details className={classes.settled}>
            <summary>{t('comments.settled', { count: settled.length })}</summary>
            <ul className={classes.cards}>
              {settled.map((comment) => (
                <CommentCard key={comment.key} comment={comment} />
              ))}
            </ul>
          </details>
        )}
      </div>
      {!readOnly && <Composer key={work.version.key} work={work} />}
    </div>
  )
}
