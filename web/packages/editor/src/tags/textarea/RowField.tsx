/** The field of a TextArea in a row of the list of regions. Up and Down go from field to field, Enter to the next one. */

import { useEffect, useRef, useState } from 'react'
import type { Complaint } from '../../core/messages'
import { type Control, concerns, type RegionId, type TagNode } from '../../model'
import { useAnnotation, useEditor, useValue } from '../../view/context'
import { insertByKey } from '../shortcut/Fields'
import classes from './textarea.module.css'
import { TypingClock, textsIn } from './texts'

interface RowFieldProps {
  readonly control: Control
  readonly region: RegionId
}

/** Between the last key and the writing of it. */
const REST_MS = 600

export function RowField({ control, region }: RowFieldProps) {
  const annotation = useAnnotation()
  if (!concerns(annotation.document, control, region)) return null
  return <Field key={region} control={control} region={region} />
}

function Field({ control, region }: RowFieldProps) {
  const editor = useEditor()
  const annotation = useAnnotation()
  const answer = annotation.answer(control, region)
  const texts = textsIn(answer?.value)
  const stands = texts.join(' · ')
  const [typed, setTyped] = useState(stands)
  useEffect(() => setTyped(stands), [stands])
  const [clock] = useState(() => new TypingClock())
  const { placeholder } = (control.node as TagNode<'TextArea'>).attrs

  const write = (): void => {
    const own = typed.trim()
    if (own === stands || texts.length > 1) return
    const spent = answer?.meta?.lead_time
    const seconds = (typeof spent === 'number' ? spent : 0) + clock.take()
    annotation.setAnswer(control, own === '' ? undefined : [own], { region }, { lead_time: seconds })
  }
  const latest = useRef(write)
  useEffect(() => {
    latest.current = write
  })
  useEffect(() => {
    const resting = setTimeout(() => latest.current(), typed === stands ? 0 : REST_MS)
    return () => clearTimeout(resting)
  }, [typed, stands])
  const input = useRef<HTMLInputElement>(null)
  const complaint = useValue(editor.complaint)
  const mine = isAbout(complaint, control, region) ? complaint : undefined
  useEffect(() => {
    if (mine) input.current?.focus()
  }, [mine])
  useEffect(() => editor.onFlush(() => latest.current()), [editor])
  // The row is scrolled away.
  useEffect(() => () => latest.current(), [])

  return (
    <input
      ref={input}
      className={classes.inRow}
      data-row-field={control.name}
      aria-label={control.name}
      aria-invalid={mine ? true : undefined}
      placeholder={placeholder}
      // Several entries are changed one by one, where the control stands.
      readOnly={annotation.isLocked(region) || texts.length > 1}
      value={typed}
      onFocus={() => annotation.session.selection.set([region])}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      onChange={(event) => {
        clock.typed()
        setTyped(event.currentTarget.value)
      }}
      onBlur={write}
      onKeyDown={(event) => {
        const { currentTarget: field, nativeEvent } = event
        if (!nativeEvent.isComposing && insertByKey(nativeEvent, field, control.node, annotation.config)) {
          event.stopPropagation()
          return
        }
        // The list has keys of its own; leaving the field, submitting and other combinations are for everybody.
        if (event.key === 'Escape' || event.ctrlKey || event.metaKey || event.altKey) return
        event.stopPropagation()
        if (nativeEvent.isComposing) return
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0
        if (by === 0) return
        event.preventDefault()
        goTo(field, control.name, by)
      }}
    />
  )
}

const isAbout = (complaint: Complaint | undefined, { name }: Control, region: RegionId): boolean =>
  complaint !== undefined && 'control' in complaint && complaint.control === name && complaint.region === region

function goTo(from: HTMLInputElement, name: string, by: 1 | -1): void {
  const list = from.closest('[role="tree"]')
  const fields = [...(list?.querySelectorAll<HTMLInputElement>('[data-row-field]') ?? [])]
  const own = fields.filter((field) => field.dataset.rowField === name)
  const next = own[own.indexOf(from) + by]
  if (next) next.focus()
  else from.blur()
}
