/** The text of a tag as its attributes say where it is: in the task, behind an address, in a file there, encoded. */

import { t } from '@labelwright/i18n'
import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { decode, type Encoding } from '../media/text/encoding'
import { Card } from '../view/Card'
import { RemoteText } from '../view/RemoteText'

const Cell = lazy(() => import('./Cell'))

interface SourceTextProps {
  readonly attrs: {
    readonly name: string
    readonly valueType: 'text' | 'url'
    readonly encoding: Encoding
    readonly resolver?: string | undefined
  }
  /** The text itself, or where it is. */
  readonly value: string
  readonly children: (text: string) => ReactNode
}

export function SourceText({ attrs, value, children }: SourceTextProps) {
  const { name, valueType, resolver } = attrs
  const decoded = (text: string): ReactNode => (
    <Decoded attrs={attrs} text={text}>
      {children}
    </Decoded>
  )
  if (!resolver && valueType !== 'url') return decoded(value)
  return (
    <RemoteText name={name} address={value}>
      {(text) =>
        resolver ? (
          <Suspense>
            <Cell name={name} file={text} resolver={resolver}>
              {decoded}
            </Cell>
          </Suspense>
        ) : (
          decoded(text)
        )
      }
    </RemoteText>
  )
}

type DecodedProps = Pick<SourceTextProps, 'attrs' | 'children'> & { readonly text: string }

function Decoded({ attrs: { name, encoding }, text, children }: DecodedProps) {
  const decoded = useMemo(() => decode(text, encoding), [text, encoding])
  return decoded === undefined ? <Card tone="error" title={t('editor.badEncoding', { name })} /> : children(decoded)
}
