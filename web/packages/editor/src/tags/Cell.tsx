/** The cell of a fetched file that a `resolver` names; loaded when a config has one. */

import { t } from '@labelwright/i18n'
import type { ReactNode } from 'react'
import { resolved } from '../media/text/resolver'
import { Card } from '../view/Card'

interface CellProps {
  /** Of the tag that shows it. */
  readonly name: string
  readonly file: string
  readonly resolver: string
  readonly children: (text: string) => ReactNode
}

export default function Cell({ name, file, resolver, children }: CellProps) {
  const cell = resolved(file, resolver)
  if (cell !== undefined) return children(cell)
  return (
    <Card tone="error" title={t('forms.noCell', { name })}>
      {t('forms.noCellMore')} <code>{resolver}</code>
    </Card>
  )
}
