/** What the project asks of its annotators: shown until it is closed, and again from the top bar. */

import { t } from '@labelwright/i18n'
import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import { Markup } from '../tags/Markup'
import { useEditor, useValue } from './context'
import classes from './shell.module.css'

const SEEN = 'labelwright:instruction-seen'

const seen = (): string => {
  try {
    return sessionStorage.getItem(SEEN) ?? ''
  } catch {
    return ''
  }
}

export function Instruction() {
  const editor = useEditor()
  const { instruction, show } = useValue(editor.options)
  const [closed, setClosed] = useState(() => instruction !== undefined && seen() === instruction)
  if (!instruction || closed || show?.instruction === false) return null
  const close = (): void => {
    setClosed(true)
    try {
      sessionStorage.setItem(SEEN, instruction)
    } catch {
      // Without storage it shows again with the next task.
    }
  }
  return (
    <aside className={classes.instruction} aria-label={t('editor.instruction')}>
      <Markup html={instruction} />
      <CloseButton size="sm" aria-label={t('editor.closeInstruction')} onClick={close} />
    </aside>
  )
}
