/** Title text. */

import { resolveText, type TagNode } from '../../model'
import { useAnnotation } from '../../view/context'
import { readStyle } from '../css'
import { defineTag } from '../tag'
import classes from './header.module.css'

const HEADINGS = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5' } as const

function HeaderTag({ node }: { node: TagNode<'Header'> }) {
  const { config } = useAnnotation()
  const { value, size, style, underline } = node.attrs
  const Heading = HEADINGS[Math.max(1, Math.min(5, size)) as keyof typeof HEADINGS] ?? 'h4'
  return (
    <Heading className={classes.header} data-underline={underline || undefined} style={readStyle(style)}>
      {resolveText(value ?? node.content, config.data)}
    </Heading>
  )
}

export const header = defineTag('Header', HeaderTag)
