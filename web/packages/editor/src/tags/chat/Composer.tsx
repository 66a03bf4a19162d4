/** The field for the next message. What is typed and not sent yet is sent on submit. */

import { t } from '@labelwright/i18n'
import { Button, Select, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ObjectTag } from '../../model'
import { useAnnotation, useEditor } from '../../view/context'
import classes from './chat.module.css'

interface ComposerProps {
  readonly object: ObjectTag
  /** Whom the annotator may write as. */
  readonly roles: readonly string[]
}

export function Composer({ object, roles }: ComposerProps) {
  const editor = useEditor()
  const annotation = useAnnotation()
  const [text, setText] = useState('')
  const [chosen, setRole] = useState(roles[0] ?? '')
  const role = roles.includes(chosen) ? chosen : (roles[0] ?? '')

  const send = (): void => {
    const content = text.trim()
    if (content === '') return
    const shape = { chatmessage: { role, content, createdAt: Date.now() } }
    const made = annotation.create({ target: object.name, kind: 'chatmessage', shape })
    if ('refused' in made) {
      editor.refuse(made.refused)
      return
    }
    setText('')
    // The other one answers, as a rule.
    setRole(roles[(roles.indexOf(role) + 1) % roles.length] ?? role)
    editor.finished(made.id)
  }
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  useEffect(() => editor.onFlush(() => latest.current(), 'submit'), [editor])

  return (
    <div className={classes.composer}>
      <Select
        className={classes.as}
        aria-label={t('editor.chatRole')}
        data={[...roles]}
        value={role}
        allowDeselect={false}
        disabled={roles.length < 2}
        onChange={(next) => setRole(next ?? role)}
      />
      <Textarea
        className={classes.field}
        aria-label={t('editor.chatMessage')}
        placeholder={t('editor.chatMessage')}
        autosize
        minRows={1}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const { key, shiftKey, ctrlKey, metaKey, nativeEvent } = event
          if (key !== 'Enter' || shiftKey || ctrlKey || metaKey || nativeEvent.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <Button variant="default" disabled={text.trim() === ''} onClick={send}>
        {t('editor.chatSend')}
      </Button>
    </div>
  )
}
