/** The frame around a question: hidden when its conditions say so, marked when submitting failed because of it. */

import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { homeOf } from '../media/home'
import type { Control } from '../model'
import { complaintText } from './complaints'
import { useEditor, useValue } from './context'
import classes from './question.module.css'

/** Where a question is answered. */
const FIELDS = 'input, textarea, button, [role="slider"]'

/** The focus goes to the first question about a region when it is asked for. */
function useAnswersFocus(control: Control, shown: boolean, box: React.RefObject<HTMLDivElement | null>): void {
  const request = useValue(useEditor().focusRequest)
  const handled = useRef(request?.count)
  useEffect(() => {
    const isNew = request !== undefined && request.count !== handled.current
    handled.current = request?.count
    if (!isNew || request.to !== 'answers' || !shown || control.scope !== 'region') return
    if (box.current && homeOf(box.current).activeElement?.closest('[data-scope="region"]')) return
    box.current?.querySelector<HTMLElement>(FIELDS)?.focus()
  }, [request, control, shown, box])
}

interface QuestionProps {
  readonly control: Control
  readonly shown: boolean
  readonly label?: string | undefined
  readonly children: ReactNode
}

export function Question({ control, shown, label, children }: QuestionProps) {
  const editor = useEditor()
  const complaint = useValue(editor.complaint)
  const box = useRef<HTMLDivElement>(null)
  useAnswersFocus(control, shown, box)
  const mine = complaint && 'control' in complaint && complaint.control === control.name ? complaint : undefined
  useEffect(() => {
    if (!mine) return
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.querySelector<HTMLElement>(FIELDS)?.focus({ preventScroll: true })
  }, [mine])
  return (
    <div
      ref={box}
      className={classes.question}
      data-control={control.name}
      data-scope={control.scope}
      data-wrong={mine ? true : undefined}
      hidden={!shown}
    >
      {label && <div className={classes.label}>{label}</div>}
      {children}
      {mine && (
        <p className={classes.complaint} role="alert">
          {complaintText(mine, editor.config)}
        </p>
      )}
    </div>
  )
}
