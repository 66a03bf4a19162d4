/** Draws one tag of the config: its module, a card when there is none, an error card when it breaks. */

import { t } from '@labelwright/i18n'
import { Skeleton } from '@mantine/core'
import { Component, type ReactNode, Suspense } from 'react'
import { type ConfigNode, nameOf, specOf } from '../model'
import { tagModule } from '../tags'
import { framed } from '../tags/frames'
import { Card } from './Card'
import { useAnnotation } from './context'

export function RenderNode({ node }: { node: ConfigNode }) {
  const { config } = useAnnotation()
  if (!node.tag) return <RenderChildren node={node} />
  const module = tagModule(node.tag)
  if (module) {
    const View = module.view
    return framed(
      config,
      node.id,
      <TagBoundary node={node}>
        <Suspense fallback={<Skeleton height={48} radius="md" />}>
          <View node={node} />
        </Suspense>
      </TagBoundary>,
    )
  }
  const kind = specOf(node)?.kind
  if ((kind === 'visual' || kind === 'sub') && node.children.length > 0) return <RenderChildren node={node} />
  return (
    <Card title={t('editor.cannotDraw', { tag: node.tagName })}>
      {t('editor.cannotDrawMore', { name: nameOf(node) ?? node.tagName })}
    </Card>
  )
}

export function RenderChildren({ node }: { node: ConfigNode }) {
  return node.children.map((child) => <RenderNode key={child.id} node={child} />)
}

/** A broken tag shows its own card; the rest works, and the draft is kept. */
class TagBoundary extends Component<{ node: ConfigNode; children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {}

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { message } = this.state
    if (message === undefined) return this.props.children
    return (
      <Card tone="error" title={t('editor.tagBroke', { tag: this.props.node.tagName })}>
        {message}
      </Card>
    )
  }
}
