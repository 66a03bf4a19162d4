/** A note being written: kept when the field is left, by Escape or Ctrl+Enter too. */

import { Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FocusPlace } from '../core/task-editor'
import { useEditor, useValue } from './context'

interface NoteFieldProps {
  readonly label: string
  readonly hint: string
  readonly stored: string
  /** The request for focus that means this field, if one does. */
  readonly place?: FocusPlace
  readonly readOnly: boolean
  readonly onKeep: (text: string) => void
}

export function NoteField({ label, hint, stored, place, readOnly, onKeep }: NoteFieldProps) {
  const { focusRequest } = useEditor()
  const request = useValue(focusRequest)
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(stored)
  useEffect(() => setText(stored), [stored])
  useEffect(() => {
    if (place === undefined || request?.to !== place) return
    field.current?.focus()
    // Answered: a field that comes later has not been asked for.
    focusRequest.set(undefined)
  }, [focusRequest, request, place])
  return (
    <Textarea
      ref={field}
      size="xs"
      autosize
      minRows={1}
      maxRows={6}
      aria-label={label}
      placeholder={hint}
      readOnly={readOnly}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text !== stored) onKeep(text)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
          event.preventDefault()
          event.stopPropagation()
          event.currentTarget.blur()
        }
      }}
    />
  )
}
