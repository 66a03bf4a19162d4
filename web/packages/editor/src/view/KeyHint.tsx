/** The key that does the same, beside what it does; nothing where people chose not to see keys. */

import { keyLabel } from '../model'
import { useSetting } from './context'
import classes from './key-hint.module.css'
import { isMac } from './platform'

interface KeyHintProps {
  /** Undefined where there is none. */
  readonly of: string | undefined
}

export function KeyHint({ of }: KeyHintProps) {
  const showKeys = useSetting('showHotkeys')
  if (!showKeys || !of) return null
  return (
    <kbd className={classes.key} aria-hidden>
      {keyLabel(of, isMac)}
    </kbd>
  )
}
