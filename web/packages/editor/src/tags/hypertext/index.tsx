/** A document with mark-up to label spans in; without a value, mark-up that is part of the interface. */

import { t } from '@labelwright/i18n'
import { Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { givenOf, resolveText, type TagNode } from '../../model'
import { useAnnotation } from '../../view/context'
import { SourceText } from '../SourceText'
import { defineTag } from '../tag'

const Page = lazy(() => import('./Page'))

function HyperTextTag({ node }: { node: TagNode<'HyperText'> }) {
  const { config } = useAnnotation()
  const { name } = node.attrs
  const object = config.objects.get(name)
  const hasValue = givenOf(node, 'value') !== undefined
  const value = hasValue ? resolveText(node.attrs.value, config.data) : node.content
  return (
    <Suspense fallback={<Loader size="sm" role="status" aria-label={t('editor.textLoading', { name: name ?? '' })} />}>
      {!object || !hasValue ? (
        <Page node={node} markup={value} object={undefined} />
      ) : (
        <SourceText attrs={node.attrs} value={value}>
          {(text) => <Page node={node} markup={text} object={object} />}
        </SourceText>
      )}
    </Suspense>
  )
}

export const hyperText = defineTag('HyperText', HyperTextTag)
