/** A document with mark-up to label spans in; without a value, mark-up that is part of the interface. */

import { t } from '@labelwright/i18n'
import { Loader } from '@mantine/core'
import { lazy, Suspense, useMemo } from 'react'
import { decode } from '../../media/text/encoding'
import { resolveText, type TagNode } from '../../model'
import { Card } from '../../view/Card'
import { useAnnotation } from '../../view/context'
import { RemoteText } from '../../view/RemoteText'
import { defineTag } from '../tag'

const Page = lazy(() => import('./Page'))

function HyperTextTag({ node }: { node: TagNode<'HyperText'> }) {
  const { config } = useAnnotation()
  const { name, valueType } = node.attrs
  const object = config.objects.get(name)
  const hasValue = node.given.some((it) => it.name.toLowerCase() === 'value')
  const value = hasValue ? resolveText(node.attrs.value, config.data) : node.content
  return (
    <Suspense fallback={<Loader size="sm" aria-label={t('editor.textLoading', { name: name ?? '' })} />}>
      {!object || !hasValue ? (
        <Page node={node} markup={value} object={undefined} />
      ) : valueType === 'url' ? (
        <RemoteText name={name} address={value}>
          {(text) => <Decoded node={node} text={text} />}
        </RemoteText>
      ) : (
        <Decoded node={node} text={value} />
      )}
    </Suspense>
  )
}

function Decoded({ node, text }: { node: TagNode<'HyperText'>; text: string }) {
  const { config } = useAnnotation()
  const { name, encoding } = node.attrs
  const decoded = useMemo(() => decode(text, encoding), [text, encoding])
  if (decoded === undefined) return <Card tone="error" title={t('editor.badEncoding', { name })} />
  return <Page node={node} markup={decoded} object={config.objects.get(name)} />
}

export const hyperText = defineTag('HyperText', HyperTextTag)
