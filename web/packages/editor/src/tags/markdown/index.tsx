/** Formatted text: instructions in the config, or text of the task. The renderer is loaded when there is some. */

import { lazy, Suspense } from 'react'
import { fillIn, isShown, type TagNode } from '../../model'
import { useAnnotation, useEverything } from '../../view/context'
import { readStyle } from '../css'
import { defineTag } from '../tag'

const Rendered = lazy(() => import('./Rendered'))

function MarkdownTag({ node }: { node: TagNode<'Markdown'> }) {
  const annotation = useAnnotation()
  useEverything(annotation)
  const { value, style, className, idAttr } = node.attrs
  const source = fillIn(outdent(value ?? ''), annotation.config.data)
  const own = readStyle(style)
  const shown = isShown(node, annotation.situation)
  return (
    <div id={idAttr} className={className} style={shown ? own : { ...own, display: 'none' }}>
      {/* The text itself stands there meanwhile: it can be read, and the page hardly jumps. */}
      <Suspense fallback={<p style={{ whiteSpace: 'pre-line' }}>{source}</p>}>
        <Rendered source={source} />
      </Suspense>
    </div>
  )
}

/** In a config the text is indented with its tag, which Markdown would take for code. The first line has lost it already. */
export function outdent(text: string): string {
  const [first = '', ...rest] = text.split('\n')
  const indents = rest.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0)
  const least = indents.length === 0 ? 0 : Math.min(...indents)
  return [first, ...rest.map((line) => line.slice(least))].join('\n')
}

export const markdown = defineTag('Markdown', MarkdownTag)
