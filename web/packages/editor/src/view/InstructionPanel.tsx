/** What the project asks of its annotators, beside the task for as long as somebody wants it there. */

import { Markup } from '../tags/Markup'
import { useEditor, useValue } from './context'
import classes from './shell.module.css'

export function InstructionPanel() {
  const { instruction } = useValue(useEditor().options)
  return (
    <div className={classes.instructionPanel}>
      <Markup html={instruction ?? ''} />
    </div>
  )
}
