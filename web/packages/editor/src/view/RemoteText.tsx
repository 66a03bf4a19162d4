/** A text that is behind an address: fetched, shown when it is there, asked for again when it is not. */

import { t } from '@labelwright/i18n'
import { Button, Loader } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { TaskEditor } from '../core/task-editor'
import { Card } from './Card'
import { useEditor } from './context'
import { useResolvedUrl } from './useResolvedUrl'

type Loading =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly text: string }
  | { readonly state: 'failed'; readonly reason: string }

interface RemoteTextProps {
  /** Of the tag that shows it. */
  readonly name: string
  readonly address: string
  readonly children: (text: string) => ReactNode
}

export function RemoteText({ name, address, children }: RemoteTextProps) {
  const editor = useEditor()
  const url = useResolvedUrl(address)
  const [attempt, setAttempt] = useState(0)
  const [loading, setLoading] = useState<Loading>({ state: 'loading' })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt fetches the same address again
  useEffect(() => {
    if (url === undefined) return
    const gone = new AbortController()
    setLoading({ state: 'loading' })
    fetchText(editor, url, gone.signal).then(
      (text) => setLoading({ state: 'ready', text }),
      (error: unknown) => {
        if (!gone.signal.aborted) setLoading({ state: 'failed', reason: reasonOf(error) })
      },
    )
    return () => gone.abort()
  }, [editor, url, attempt])

  if (loading.state === 'ready') return children(loading.text)
  if (loading.state === 'loading')
    return <Loader size="sm" role="status" aria-label={t('editor.textLoading', { name })} />
  return (
    <Card
      tone="error"
      title={t('editor.textFailed', { name })}
      action={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={14} />}
          onClick={() => setAttempt((n) => n + 1)}
        >
          {t('editor.retry')}
        </Button>
      }
    >
      {loading.reason} <code>{address || t('editor.noAddress')}</code>
    </Card>
  )
}

async function fetchText(editor: TaskEditor, url: string, signal: AbortSignal): Promise<string> {
  if (url === '') throw new Error(t('editor.noAddress'))
  const response = await editor.fetch(url, { signal })
  if (!response.ok) throw new Error(t('editor.answeredStatus', { status: response.status }))
  return response.text()
}

/** Why a fetch failed the browser does not tell: what is likely is said instead. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && !(error instanceof TypeError) ? error.message : t('editor.textUnreachable')
