/** The table of contents that a PDF may have, with the pages its entries lead to. */

import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import type { OutlineItem } from './Sidebar'

type Raw = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number]

export function useOutline(pdf: PDFDocumentProxy): readonly OutlineItem[] {
  const [outline, setOutline] = useState<readonly OutlineItem[]>([])
  useEffect(() => {
    let wanted = true
    const read = async (): Promise<void> => {
      const raw = (await pdf.getOutline()) as readonly Raw[] | null
      const items = await Promise.all((raw ?? []).map((item) => itemOf(pdf, item)))
      if (wanted) setOutline(items)
    }
    // A broken table of contents is none.
    read().catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [pdf])
  return outline
}

async function itemOf(pdf: PDFDocumentProxy, { title, dest, items }: Raw): Promise<OutlineItem> {
  const below = await Promise.all(items.map((item: Raw) => itemOf(pdf, item)))
  return { title, page: await pageOf(pdf, dest), items: below }
}

async function pageOf(pdf: PDFDocumentProxy, dest: Raw['dest']): Promise<number | undefined> {
  try {
    const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
    const target: unknown = place?.[0]
    if (typeof target === 'number') return target + 1
    return target ? (await pdf.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0])) + 1 : undefined
  } catch {
    return undefined
  }
}
