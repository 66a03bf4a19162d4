/** A PDF to answer questions about. */

import { t } from '@labelwright/i18n'
import { Button, Loader } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { asText, type TagNode } from '../../model'
import { Card } from '../../view/Card'
import { useAnnotation } from '../../view/context'
import { useResolvedUrl } from '../../view/useResolvedUrl'
import { defineTag } from '../tag'

const Viewer = lazy(() => import('./Viewer'))

function PdfTag({ node }: { node: TagNode<'Pdf'> }) {
  const { config } = useAnnotation()
  const { name } = node.attrs
  const address = asText(config.objects.get(name)?.value)
  const url = useResolvedUrl(address)
  const [failed, setFailed] = useState(false)
  if (failed || url === '') {
    return (
      <Card
        tone="error"
        title={t('editor.pdfFailed')}
        action={
          <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={() => setFailed(false)}>
            {t('editor.retry')}
          </Button>
        }
      >
        {t('editor.pdfFailedMore', { name })} <code>{address || t('editor.noAddress')}</code>
      </Card>
    )
  }
  return (
    <Suspense fallback={<Opening name={name} />}>
      {url === undefined ? (
        <Opening name={name} />
      ) : (
        <Viewer key={url} name={name} url={url} onFail={() => setFailed(true)} />
      )}
    </Suspense>
  )
}

const Opening = ({ name }: { name: string }) => (
  <Loader size="sm" aria-busy role="status" aria-label={t('editor.textLoading', { name })} />
)

export const pdf = defineTag('Pdf', PdfTag)
