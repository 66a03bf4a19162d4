/**
 * A button of a row in a list that is one stop for the keyboard. A plain one: a list shows a hundred at once, and they are
 * most of what opening a task draws.
 */

import type { ReactNode } from 'react'
import classes from './row-button.module.css'

interface RowButtonProps {
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: (event: React.MouseEvent) => void
  readonly children: ReactNode
}

export function RowButton({ label, disabled, onClick, children }: RowButtonProps) {
  return (
    <button
      type="button"
      className={classes.button}
      // Reached by keys and by menus: a list of a thousand must not be three thousand stops.
      tabIndex={-1}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={(event) => {
        event.stopPropagation()
        onClick(event)
      }}
    >
      {children}
    </button>
  )
}
