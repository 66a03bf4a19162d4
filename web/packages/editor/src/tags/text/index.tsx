/** A text to label spans in. */

import { useCallback } from 'react'
import { linesOf } from '../../media/text/lines'
import { offsetFormat } from '../../media/text/offsets'
import { layText } from '../../media/text/places'
import { asText, type TagNode } from '../../model'
import { useAnnotation } from '../../view/context'
import { SourceText } from '../SourceText'
import { type Laid, SpanArea } from '../SpanArea'
import { defineTag } from '../tag'
import classes from './text.module.css'

function TextTag({ node }: { node: TagNode<'Text'> }) {
  const { config } = useAnnotation()
  const value = asText(config.objects.get(node.attrs.name)?.value)
  return (
    <SourceText attrs={node.attrs} value={value}>
      {(text) => <PlainText node={node} text={text} />}
    </SourceText>
  )
}

function PlainText({ node, text }: { node: TagNode<'Text'>; text: string }) {
  const { config } = useAnnotation()
  const { name, saveTextResult, valueType } = node.attrs
  const object = config.objects.get(name)
  const saveText = (saveTextResult ?? (valueType === 'url' ? 'no' : 'yes')) === 'yes'
  const lay = useCallback(
    (root: HTMLElement): Laid => ({
      places: layText(root, text),
      format: offsetFormat(text, saveText),
      lines: linesOf(text),
    }),
    [text, saveText],
  )
  if (!object) return null
  return <SpanArea object={object} options={node.attrs} className={`${classes.text} htx-text`} lay={lay} />
}

export const text = defineTag('Text', TextTag)
