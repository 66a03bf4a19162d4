/** What is looked for in a PDF, page after page, and which of the places found is the one on show. */

import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type Match, matchesOn, type PageText, pageText } from '../../media/pdf/find'

export interface Find {
  readonly query: string
  readonly setQuery: (query: string) => void
  readonly matches: readonly Match[]
  /** Index of the match on show. */
  readonly current: number
  readonly searching: boolean
  readonly step: (by: 1 | -1) => void
}

/** So many pages between two looks at what was found. */
const AT_ONCE = 20

export function useFind(pdf: PDFDocumentProxy): Find {
  const [query, setQuery] = useState('')
  const [matches, setMatches] = useState<readonly Match[]>([])
  const [current, setCurrent] = useState(0)
  const [searching, setSearching] = useState(false)
  const texts = useRef(new Map<number, PageText>())

  useEffect(() => {
    setMatches([])
    setCurrent(0)
    setSearching(query.trim() !== '')
    if (query.trim() === '') return
    let wanted = true
    const look = async (): Promise<void> => {
      const found: Match[] = []
      for (let page = 1; page <= pdf.numPages; page++) {
        const text = texts.current.get(page) ?? (await textOf(pdf, page))
        texts.current.set(page, text)
        if (!wanted) return
        found.push(...matchesOn(page, text, query))
        if (page % AT_ONCE === 0) setMatches([...found])
      }
      setMatches(found)
      setSearching(false)
    }
    void look()
    return () => {
      wanted = false
    }
  }, [pdf, query])

  const count = matches.length
  return useMemo(
    () => ({
      query,
      setQuery,
      matches,
      current,
      searching,
      step: (by) => {
        if (count > 0) setCurrent((now) => (now + by + count) % count)
      },
    }),
    [query, matches, current, searching, count],
  )
}

/** A page that is broken has no text, and the others are looked through. */
async function textOf(pdf: PDFDocumentProxy, number: number): Promise<PageText> {
  try {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    return pageText(items.filter((item) => 'str' in item))
  } catch {
    return pageText([])
  }
}
