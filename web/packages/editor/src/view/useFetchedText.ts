/** The text behind an address that the config or the task names. */

import { t } from '@labelwright/i18n'
import { useEffect, useState } from 'react'
import { useEditor } from './context'
import { useResolvedUrl } from './useResolvedUrl'

export type Fetched =
  | { readonly state: 'loading' }
  | { readonly state: 'done'; readonly text: string }
  | { readonly state: 'failed'; readonly message: string }

export function useFetchedText(address: string): Fetched {
  const editor = useEditor()
  const url = useResolvedUrl(address)
  const [fetched, setFetched] = useState<Fetched>({ state: 'loading' })
  useEffect(() => {
    if (url === undefined) return
    if (url === '') {
      setFetched({ state: 'failed', message: t('editor.noAddress') })
      return
    }
    const stop = new AbortController()
    setFetched({ state: 'loading' })
    editor
      .fetch(url, { signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`)
        const text = await response.text()
        if (!stop.signal.aborted) setFetched({ state: 'done', text })
      })
      .catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error)
        if (!stop.signal.aborted) setFetched({ state: 'failed', message })
      })
    return () => stop.abort()
  }, [editor, url])
  return fetched
}
