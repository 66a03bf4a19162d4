/** Fetches and opens a PDF. Loaded when a task has one. */

import { t } from '@labelwright/i18n'
import { Loader } from '@mantine/core'
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { openPdf } from '../../media/pdf/load'
import { useEditor } from '../../view/context'
import { Pages } from './Pages'

interface ViewerProps {
  readonly name: string
  readonly url: string
  readonly onFail: () => void
}

export default function Viewer({ name, url, onFail }: ViewerProps) {
  const editor = useEditor()
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const fail = useRef(onFail)
  useEffect(() => {
    fail.current = onFail
  })
  useEffect(() => {
    const gone = new AbortController()
    let task: PDFDocumentLoadingTask | undefined
    const open = async (): Promise<void> => {
      const response = await editor.fetch(url, { signal: gone.signal })
      if (!response.ok) throw new Error(`HTTP ${response.status}`)
      const file = new Uint8Array(await response.arrayBuffer())
      if (gone.signal.aborted) return
      task = openPdf(file)
      const opened = await task.promise
      if (!gone.signal.aborted) setPdf(opened)
    }
    open().catch(() => {
      if (!gone.signal.aborted) fail.current()
    })
    return () => {
      gone.abort()
      setPdf(undefined)
      void task?.destroy()
    }
  }, [editor, url])
  if (!pdf) return <Loader size="sm" aria-busy role="status" aria-label={t('editor.textLoading', { name })} />
  return <Pages name={name} pdf={pdf} />
}
