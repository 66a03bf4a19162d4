/** Who or what a version is by, as a small round mark. */

import { IconSparkles } from '@tabler/icons-react'
import { personOf } from '../../core/people'
import type { Version } from '../../core/versions'
import classes from './versions.module.css'

const HUES = 12

/** The same hue for the same name, everywhere. */
function hueOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return (sum % HUES) * (360 / HUES)
}

export function Initials({ by }: { by: string }) {
  const { name, initials } = personOf(by)
  return (
    <span className={classes.face} style={{ '--hue': hueOf(name) } as React.CSSProperties} aria-hidden>
      {initials}
    </span>
  )
}

export function Face({ version, hidden }: { version: Version; hidden: boolean }) {
  if (version.kind === 'prediction') {
    return (
      <span className={classes.face} data-model aria-hidden>
        <IconSparkles size={13} />
      </span>
    )
  }
  if (hidden || version.by === undefined) return <span className={classes.face} data-nobody aria-hidden />
  return <Initials by={version.by} />
}
