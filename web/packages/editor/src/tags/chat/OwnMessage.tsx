/** A message of the annotation: a region that can be selected, asked about, and perhaps edited. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { isTextSelected } from '../../media/home'
import { isObject, messageOf, type Region } from '../../model'
import { useAnnotation, useEditor, useValue } from '../../view/context'
import classes from './chat.module.css'

export function Bubble({ head, children }: { head: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.bubble}>
      <div className={classes.head}>{head}</div>
      <div className={classes.content}>{children}</div>
    </div>
  )
}

interface OwnMessageProps {
  readonly region: Region
  readonly editable: (role: string) => boolean
}

export function OwnMessage({ region, editable }: OwnMessageProps) {
  const annotation = useAnnotation()
  const { session } = annotation
  const { id } = region
  const selected = useValue(useMemo(() => session.selection.member(id), [session, id]))
  const hidden = useValue(useMemo(() => session.hidden.member(id), [session, id]))
  useValue(useMemo(() => session.locked.member(id), [session, id]))
  const [editing, setEditing] = useState(false)
  const { role, content } = messageOf(region)
  const canEdit = editable(role) && !annotation.isLocked(id)

  const select = (event: { ctrlKey: boolean; metaKey: boolean }): void => {
    const { relating, selection } = session
    if (event.ctrlKey || event.metaKey) selection.toggle(id)
    else if (relating.get() === undefined && selection.size === 1 && selected) selection.clear()
    else annotation.choose([id])
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the name of the role in it is a button that does the same
    <li
      className={classes.item}
      data-role={role}
      data-region={id}
      data-selected={selected || undefined}
      data-own
      onClick={(event) => {
        // Text of a message can be selected to be copied: that is no click on it.
        if (!editing && !isTextSelected(event.currentTarget)) select(event)
      }}
      onPointerEnter={() => session.hover.set(id)}
      onPointerLeave={() => session.hover.set(undefined)}
    >
      <Bubble
        head={
          <>
            <button
              type="button"
              className={classes.role}
              aria-pressed={selected}
              onClick={(event) => {
                event.stopPropagation()
                select(event)
              }}
            >
              {role}
            </button>
            {canEdit && !editing && !hidden && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="xs"
                aria-label={t('editor.chatEdit')}
                onClick={(event) => {
                  event.stopPropagation()
                  setEditing(true)
                }}
              >
                <IconPencil size={14} />
              </ActionIcon>
            )}
          </>
        }
      >
        {hidden ? (
          <em className={classes.hint}>{t('editor.chatHidden')}</em>
        ) : editing && canEdit ? (
          <EditField region={region} content={content} onDone={() => setEditing(false)} />
        ) : (
          content
        )}
      </Bubble>
    </li>
  )
}

function EditField({ region, content, onDone }: { region: Region; content: string; onDone: () => void }) {
  const editor = useEditor()
  const annotation = useAnnotation()
  const [text, setText] = useState(content)
  const { id, shape } = region
  const keep = (): void => {
    const own = text.trim()
    if (own !== '' && own !== content) {
      const before = isObject(shape.chatmessage) ? shape.chatmessage : {}
      annotation.setShape(id, { ...shape, chatmessage: { ...before, content: own } })
    }
    onDone()
  }
  useEffect(() => editor.onFlush(keep))
  return (
    <div className={classes.edit}>
      <Textarea
        autoFocus
        autosize
        minRows={1}
        aria-label={t('editor.chatEdit')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Escape') onDone()
          else keep()
        }}
      />
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('editor.cancel')}
        </Button>
        <Button size="xs" disabled={text.trim() === ''} onClick={keep}>
          {t('editor.chatKeep')}
        </Button>
      </div>
    </div>
  )
}
