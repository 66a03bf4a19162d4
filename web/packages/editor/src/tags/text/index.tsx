/** A text to label spans in. */

import { t } from '@labelwright/i18n'
import { useCallback, useMemo } from 'react'
import { decode } from '../../media/text/encoding'
import { offsetFormat } from '../../media/text/offsets'
import { layText } from '../../media/text/places'
import { asText, type TagNode } from '../../model'
import { Card } from '../../view/Card'
import { useAnnotation } from '../../view/context'
import { RemoteText } from '../../view/RemoteText'
import { type Laid, SpanArea } from '../SpanArea'
import { defineTag } from '../tag'
import classes from './text.module.css'

function TextTag({ node }: { node: TagNode<'Text'> }) {
  const { config } = useAnnotation()
  const { name, valueType } = node.attrs
  const value = asText(config.objects.get(name)?.value)
  if (valueType !== 'url') return <Decoded node={node} text={value} />
  return (
    <RemoteText name={name} address={value}>
      {(text) => <Decoded node={node} text={text} />}
    </RemoteText>
  )
}

function Decoded({ node, text }: { node: TagNode<'Text'>; text: string }) {
  const { name, encoding } = node.attrs
  const decoded = useMemo(() => decode(text, encoding), [text, encoding])
  if (decoded === undefined) return <Card tone="error" title={t('editor.badEncoding', { name })} />
  return <PlainText node={node} text={decoded} />
}

function PlainText({ node, text }: { node: TagNode<'Text'>; text: string }) {
  const { config } = useAnnotation()
  const { name, saveTextResult, valueType } = node.attrs
  const object = config.objects.get(name)
  const saveText = (saveTextResult ?? (valueType === 'url' ? 'no' : 'yes')) === 'yes'
  const lay = useCallback(
    (root: HTMLElement): Laid => ({ places: layText(root, text), format: offsetFormat(text, saveText) }),
    [text, saveText],
  )
  if (!object) return null
  return <SpanArea object={object} options={node.attrs} className={`${classes.text} htx-text`} lay={lay} />
}

export const text = defineTag('Text', TextTag)
