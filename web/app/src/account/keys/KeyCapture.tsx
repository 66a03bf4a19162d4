import { keyOf } from '@labelwright/editor/keys'
import { t } from '@labelwright/i18n'
import { useEffect, useRef } from 'react'
import classes from './keys.module.css'

interface KeyCaptureProps {
  label: string
  onKey: (key: string) => void
  onCancel: () => void
}

const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process']

/** Waits for one key, with what is held down. Tab goes on as everywhere, so that nobody is caught here. */
export function KeyCapture({ label, onKey, onCancel }: KeyCaptureProps) {
  const box = useRef<HTMLButtonElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <button
      ref={box}
      type="button"
      className={classes.capture}
      aria-label={`${label}. ${t('keys.press')}`}
      onBlur={onCancel}
      onKeyDown={(event) => {
        if (event.key === 'Tab') return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Escape') onCancel()
        else if (!MODIFIERS.includes(event.key)) onKey(keyOf({ ...held(event.nativeEvent) }))
      }}
    >
      {t('keys.press')}
    </button>
  )
}

const held = ({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => ({
  ...{ key, code, ctrlKey, metaKey, altKey, shiftKey },
})
