/** A box that arranges and hides what is in it. What it hides stays in the page, so that typing is not lost. */

import { isShown, type TagNode } from '../../model'
import { useAnnotation, useEverything } from '../../view/context'
import { RenderChildren } from '../../view/RenderNode'
import { readStyle } from '../css'
import { defineTag } from '../tag'

const INLINE = { display: 'inline-block', marginRight: 15 } as const

function ViewTag({ node }: { node: TagNode<'View'> }) {
  const annotation = useAnnotation()
  useEverything(annotation)
  const { attrs } = node
  const box = attrs.display === 'inline' ? INLINE : undefined
  const style = { ...box, ...readStyle(attrs.style) }
  const shown = isShown(node, annotation.situation)
  return (
    <div id={attrs.idAttr} className={attrs.className} style={shown ? style : { ...style, display: 'none' }}>
      <RenderChildren node={node} />
    </div>
  )
}

export const view = defineTag('View', ViewTag)
