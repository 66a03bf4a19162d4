/** A broken panel says so in its place; the task and the other panels go on. */

import { t } from '@labelwright/i18n'
import { Component, type ReactNode } from 'react'
import { Card } from '../Card'

export class PanelBoundary extends Component<{ title: string; children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {}

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { message } = this.state
    if (message === undefined) return this.props.children
    return (
      <Card tone="error" title={t('panels.broke', { title: this.props.title })}>
        {message}
      </Card>
    )
  }
}
