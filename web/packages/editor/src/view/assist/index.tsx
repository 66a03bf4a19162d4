/** What is shown of models, loaded where one can be asked. */

import { lazy, Suspense } from 'react'
import { useEditor, useValue } from '../context'
import { useSuggestions } from './useSuggestions'

const AssistSwitch = lazy(async () => ({ default: (await import('./AssistSwitch')).AssistSwitch }))
const AssistStatus = lazy(async () => ({ default: (await import('./AssistStatus')).AssistStatus }))
const SuggestionList = lazy(async () => ({ default: (await import('./SuggestionList')).SuggestionList }))

export function Switches() {
  const editor = useEditor()
  useValue(editor.options)
  if (!editor.assist.possible || editor.readOnly) return null
  return (
    <Suspense>
      <AssistSwitch />
    </Suspense>
  )
}

export function Status() {
  const suggestions = useSuggestions()
  if (!suggestions) return null
  return (
    <Suspense>
      <AssistStatus suggestions={suggestions} />
    </Suspense>
  )
}

export function Suggested() {
  const suggestions = useSuggestions()
  if (!suggestions) return null
  return (
    <Suspense>
      <SuggestionList suggestions={suggestions} />
    </Suspense>
  )
}
