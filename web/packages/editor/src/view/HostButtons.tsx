/** Buttons that the page around the editor gives. */

import { Button, Tooltip } from '@mantine/core'
import { useState } from 'react'
import type { HostButton } from '../core/options'
import { useEditor, useValue } from './context'

const COLOURS = { primary: 'teal', neutral: 'gray', danger: 'red' } as const

export function HostButtons({ place }: { place: NonNullable<HostButton['place']> }) {
  const editor = useEditor()
  const { buttons = [] } = useValue(editor.options)
  const own = buttons.filter((it) => (it.place ?? 'before') === place)
  return own.map((button) => <HostButtonView key={button.name} button={button} />)
}

function HostButtonView({ button }: { button: HostButton }) {
  const editor = useEditor()
  const [running, setRunning] = useState(false)
  const { name, title, look = 'outlined', tone, tooltip, ariaLabel, disabled } = button
  const press = async (): Promise<void> => {
    setRunning(true)
    await editor.handover.pressButton(name)
    setRunning(false)
  }
  const colour = tone ? { color: COLOURS[tone] } : {}
  const variant = look === 'filled' ? 'filled' : tone ? 'outline' : 'default'
  return (
    <Tooltip label={tooltip} disabled={!tooltip}>
      <Button
        {...colour}
        variant={variant}
        aria-label={ariaLabel}
        disabled={disabled}
        loading={running}
        onClick={() => void press()}
      >
        {title}
      </Button>
    </Tooltip>
  )
}
