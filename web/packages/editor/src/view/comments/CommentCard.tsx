/** One comment: what was said, about what, and what can be done with it. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core'
import { IconCheck, IconPencil, IconRotate, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Comment } from '../../core/comments'
import { useEditor, useValue } from '../context'
import { ageOf, timeOf } from '../versions/age'
import { Initials } from '../versions/Face'
import { sends } from './Composer'
import classes from './comments.module.css'
import { Place } from './Place'

export function CommentCard({ comment }: { comment: Comment }) {
  const { comments, options } = useEditor()
  const hidden = useValue(options).show?.authors === false
  const [editing, setEditing] = useState(false)
  const { author, place, failure, id } = comment
  return (
    <li className={classes.card} data-settled={comment.isResolved || undefined}>
      <div className={classes.head}>
        {!hidden && <Initials by={author.name} />}
        {!hidden && <span className={classes.author}>{author.name}</span>}
        <time className={classes.age} dateTime={comment.at} title={timeOf(comment.at)}>
          {ageOf(comment.at)}
        </time>
        {id !== undefined && !editing && <Actions comment={comment} onEdit={() => setEditing(true)} />}
      </div>
      <Place place={place} />
      {editing ? (
        <Editing comment={comment} onDone={() => setEditing(false)} />
      ) : (
        <p className={classes.text}>{comment.text}</p>
      )}
      {id === undefined && failure === undefined && <p className={classes.age}>{t('comments.sending')}</p>}
      {failure !== undefined && (
        <div className={classes.failed} role="alert">
          <span>{failure === '' ? t('comments.notSent') : t('comments.notSentWhy', { message: failure })}</span>
          <Button size="compact-xs" variant="default" onClick={() => void comments.retry(comment.key)}>
            {t('comments.sendAgain')}
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => comments.discard(comment.key)}>
            {t('comments.discard')}
          </Button>
        </div>
      )}
    </li>
  )
}

function Actions({ comment, onEdit }: { comment: Comment; onEdit: () => void }) {
  const { comments, readOnly } = useEditor()
  if (readOnly) return null
  return (
    <span className={classes.actions}>
      {comments.isMine(comment) && (
        <>
          <Act label={t('comments.edit')} onClick={onEdit}>
            <IconPencil size={14} />
          </Act>
          <Act label={t('comments.remove')} onClick={() => void comments.remove(comment)}>
            <IconTrash size={14} />
          </Act>
        </>
      )}
      <Act
        label={comment.isResolved ? t('comments.reopen') : t('comments.resolve')}
        onClick={() => void comments.resolve(comment, !comment.isResolved)}
      >
        {comment.isResolved ? <IconRotate size={14} /> : <IconCheck size={15} />}
      </Act>
    </span>
  )
}

const Act = ({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) => (
  <Tooltip label={label} openDelay={400}>
    <ActionIcon variant="subtle" color="gray" size={24} aria-label={label} onClick={onClick}>
      {children}
    </ActionIcon>
  </Tooltip>
)

function Editing({ comment, onDone }: { comment: Comment; onDone: () => void }) {
  const { comments } = useEditor()
  const [text, setText] = useState(comment.text)
  const keep = async (): Promise<void> => {
    if (text.trim() === '') return
    // What the server refused stays in the field.
    if (text === comment.text || (await comments.edit(comment, text.trim()))) onDone()
  }
  return (
    <div className={classes.editing}>
      <Textarea
        size="xs"
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        autoFocus
        aria-label={t('comments.edit')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (sends(event)) void keep()
          else if (event.key === 'Escape') onDone()
          else return
          event.preventDefault()
        }}
      />
      <div className={classes.buttons}>
        <Button size="compact-xs" disabled={text.trim() === ''} onClick={() => void keep()}>
          {t('comments.keep')}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onDone}>
          {t('editor.cancel')}
        </Button>
      </div>
    </div>
  )
}
