/** An icon button that runs a command: its name and key come from the command. */

import { ActionIcon, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { commandById, commandTitle } from '../commands'
import { shownKeys } from '../commands/keyboard'
import { keyLabel } from '../model'
import { useEditor } from './context'
import { isMac } from './platform'
import classes from './shell.module.css'

interface ToolButtonProps {
  readonly command: string
  /** Where several buttons stand for one command. */
  readonly title?: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly side?: 'right' | 'top' | 'bottom' | 'left'
  readonly onClick: () => void
  readonly children: ReactNode
}

export function ToolButton({
  command,
  title = commandTitle(command),
  pressed,
  disabled,
  side = 'right',
  onClick,
  children,
}: ToolButtonProps) {
  const editor = useEditor()
  const known = commandById(command)
  const [key] = known ? shownKeys(known, editor.keys) : []
  return (
    <Tooltip label={key ? `${title}  ${keyLabel(key, isMac)}` : title} position={side} openDelay={400}>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.tool}
        size={34}
        aria-label={title}
        aria-pressed={pressed}
        aria-keyshortcuts={key}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
