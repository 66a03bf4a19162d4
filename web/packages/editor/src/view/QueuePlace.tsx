/** Where the task stands among those to do, and the ways to its neighbours; each where the page offers it. */

import { t } from '@labelwright/i18n'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEditor, useValue } from './context'
import classes from './shell.module.css'
import { ToolButton } from './ToolButton'

export function QueuePlace() {
  const editor = useEditor()
  const { queue, on = {} } = useValue(editor.options)
  return (
    <>
      {on.previousTask && (
        <ToolButton command="task:previous" side="bottom" onClick={on.previousTask}>
          <IconChevronLeft size={18} />
        </ToolButton>
      )}
      {queue && <span className={classes.task}>{t('embed.queue', { ...queue })}</span>}
      {on.nextTask && (
        <ToolButton command="task:next" side="bottom" onClick={on.nextTask}>
          <IconChevronRight size={18} />
        </ToolButton>
      )}
    </>
  )
}
