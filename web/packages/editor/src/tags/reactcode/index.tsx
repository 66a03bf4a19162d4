/** A component that the config brings along, in a frame from which it reaches nothing. */

import { t } from '@labelwright/i18n'
import { useMemo } from 'react'
import type { JsonObject, TagNode } from '../../model'
import { readOutputs } from '../../model/outputs'
import { Card } from '../../view/Card'
import { useAnnotation } from '../../view/context'
import { defineTag } from '../tag'
import { Frame } from './Frame'

function ReactCodeTag({ node }: { node: TagNode<'ReactCode'> }) {
  const { config } = useAnnotation()
  const { name, src, outputs = '' } = node.attrs
  const control = config.controls.get(name)
  const schema = useMemo(() => schemaOf(outputs), [outputs])
  if (!control) return null
  const target = control.targets[0] ?? name
  if (src) {
    return (
      <Card title={t('component.elsewhere')}>
        {t('component.elsewhereMore')} <code>{src}</code>
      </Card>
    )
  }
  return (
    <>
      {schema === 'unreadable' && <Card tone="error" title={t('component.outputs', { name })} />}
      <Frame node={node} control={control} target={target} schema={schema === 'unreadable' ? undefined : schema} />
    </>
  )
}

function schemaOf(outputs: string): JsonObject | 'unreadable' | undefined {
  try {
    return readOutputs(outputs)
  } catch {
    return 'unreadable'
  }
}

export const reactCode = defineTag('ReactCode', ReactCodeTag)
