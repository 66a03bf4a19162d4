/** One entry: to read, to change where the config lets one, to remove. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Textarea } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useEditor } from '../../view/context'
import classes from './textarea.module.css'

interface EntryProps {
  readonly name: string
  readonly text: string
  /** `open` is a field all the time, `closed` becomes one when asked to. */
  readonly form: 'open' | 'closed' | 'fixed'
  readonly removable: boolean
  readonly onChange: (text: string) => void
  readonly onRemove: () => void
}

export function Entry({ name, text, form, removable, onChange, onRemove }: EntryProps) {
  const [editing, setEditing] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    // Left by a key: the field that had the focus is gone.
    if (wasEditing.current && !editing && document.activeElement === document.body) pencil.current?.focus()
    wasEditing.current = editing
  }, [editing])
  return (
    <li className={classes.row}>
      {form === 'open' || editing ? (
        <Field
          name={name}
          text={text}
          autoFocus={editing}
          onChange={onChange}
          onDone={editing ? () => setEditing(false) : undefined}
        />
      ) : (
        <p className={classes.entry} onDoubleClick={form === 'closed' ? () => setEditing(true) : undefined}>
          {text}
        </p>
      )}
      {form === 'closed' && !editing && (
        <ActionIcon
          ref={pencil}
          variant="subtle"
          color="gray"
          aria-label={t('forms.changeEntry')}
          title={t('forms.changeEntry')}
          onClick={() => setEditing(true)}
        >
          <IconPencil size={16} />
        </ActionIcon>
      )}
      {removable && (
        <ActionIcon
          variant="subtle"
          color="gray"
          data-remove
          aria-label={t('editor.removeEntry')}
          title={t('editor.removeEntry')}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </li>
  )
}

interface FieldProps {
  readonly name: string
  readonly text: string
  readonly autoFocus: boolean
  readonly onChange: (text: string) => void
  readonly onDone: (() => void) | undefined
}

/** What is changed is written when the field is left, and before anything is sent. */
function Field({ name, text, autoFocus, onChange, onDone }: FieldProps) {
  const editor = useEditor()
  const [own, setOwn] = useState(text)
  useEffect(() => setOwn(text), [text])
  const write = (): void => {
    if (own.trim() !== text) onChange(own)
  }
  const latest = useRef(write)
  useEffect(() => {
    latest.current = write
  })
  useEffect(() => editor.onFlush(() => latest.current()), [editor])
  return (
    <Textarea
      className={classes.field}
      aria-label={t('editor.entryOf', { name })}
      rows={1}
      classNames={{ input: classes.growing ?? '' }}
      autoFocus={autoFocus}
      value={own}
      onFocus={({ currentTarget }) => {
        if (autoFocus) currentTarget.setSelectionRange(own.length, own.length)
      }}
      onChange={(event) => setOwn(event.currentTarget.value)}
      onBlur={() => {
        write()
        onDone?.()
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || !onDone) return
        if (event.key === 'Escape') setOwn(text)
        else if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return
        else write()
        event.preventDefault()
        event.stopPropagation()
        onDone()
      }}
    />
  )
}
