/** A button of a row in a list that is one stop for the keyboard. */

import { ActionIcon } from '@mantine/core'
import type { ReactNode } from 'react'

interface RowButtonProps {
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: (event: React.MouseEvent) => void
  readonly children: ReactNode
}

export function RowButton({ label, disabled, onClick, children }: RowButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={24}
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
    </ActionIcon>
  )
}
