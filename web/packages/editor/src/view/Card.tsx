/** A message in the place of something. */

import type { ReactNode } from 'react'
import classes from './card.module.css'

interface CardProps {
  readonly title: string
  readonly tone?: 'plain' | 'error'
  readonly children?: ReactNode
  readonly action?: ReactNode
}

export function Card({ title, tone = 'plain', children, action }: CardProps) {
  return (
    <div className={classes.card} data-tone={tone} role={tone === 'error' ? 'alert' : 'note'}>
      <strong>{title}</strong>
      {children && <div className={classes.text}>{children}</div>}
      {action}
    </div>
  )
}
