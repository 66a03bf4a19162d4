/** The pages of a PDF, one below the other. Loaded when a task has one. */

import { t } from '@labelwright/i18n'
import { Loader } from '@mantine/core'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { loadPdf } from '../../media/pdf/load'
import { useEditor } from '../../view/context'
import { PdfPage } from './PdfPage'
import classes from './pdf.module.css'
import { Toolbar } from './Toolbar'

interface ViewerProps {
  readonly name: string
  readonly url: string
  readonly onFail: () => void
}

export default function Viewer({ name, url, onFail }: ViewerProps) {
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const fail = useRef(onFail)
  useEffect(() => {
    fail.current = onFail
  })
  useEffect(() => {
    const task = loadPdf(url)
    let wanted = true
    task.promise.then(
      (opened) => wanted && setPdf(opened),
      () => wanted && fail.current(),
    )
    return () => {
      wanted = false
      setPdf(undefined)
      void task.destroy()
    }
  }, [url])
  if (!pdf) return <Loader size="sm" aria-label={t('editor.textLoading', { name })} />
  return <Pages name={name} pdf={pdf} />
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** A4 in points, until a page has said how large it is. */
const A4: Size = { width: 595, height: 842 }
const [SMALLEST, LARGEST, STEP] = [0.25, 5, 1.2]
/** Fitted to a wide window, a page would be larger than anybody reads. */
const WIDEST = 1.5
/** Around the pages, on both sides together. */
const ROOM = 34

function Pages({ name, pdf }: { name: string; pdf: PDFDocumentProxy }) {
  const editor = useEditor()
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const [rotation, setRotation] = useState(0)
  const [sizes, setSizes] = useState<ReadonlyMap<number, Size>>(new Map())
  const [page, setPage] = useState(1)

  const first = sizes.get(1) ?? A4
  const fitting = width > ROOM ? (width - ROOM) / (rotation % 180 === 0 ? first.width : first.height) : 1
  const scale = zoom === 'fit' ? Math.min(fitting, WIDEST) : zoom
  useSteadyScroll(box, scale)
  useWidth(box, setWidth)

  const view = useMemo(() => {
    const by = (factor: number) => () =>
      setZoom((now) => Math.min(LARGEST, Math.max(SMALLEST, (now === 'fit' ? scale : now) * factor)))
    return {
      tools: [],
      cancel: () => false,
      reveal: () => undefined,
      zoomIn: by(STEP),
      zoomOut: by(1 / STEP),
      zoomToFit: () => setZoom('fit'),
      zoomToActual: () => setZoom(1),
      rotate: (by: 90 | -90) => setRotation((now) => (now + by + 360) % 360),
    }
  }, [scale])
  useEffect(() => {
    editor.surfaces.set(name, view)
    return () => void editor.surfaces.delete(name)
  }, [editor, name, view])

  const turnTo = (to: number): void => {
    const target = Math.min(pdf.numPages, Math.max(1, to))
    const element = box.current?.children[target - 1]
    if (box.current && element instanceof HTMLElement) box.current.scrollTop = element.offsetTop - 8
    setPage(target)
  }

  return (
    <div className={`${classes.pdf} htx-pdf`}>
      <Toolbar page={page} pages={pdf.numPages} scale={scale} view={view} onTurn={turnTo} />
      <div
        ref={box}
        role="document"
        aria-label={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keys
        tabIndex={0}
        className={classes.pages}
        onFocus={() => editor.focusedSurface.set(name)}
        onScroll={(event) => setPage(pageInView(event.currentTarget))}
      >
        {Array.from({ length: pdf.numPages }, (_, index) => (
          <PdfPage
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
            key={index}
            pdf={pdf}
            number={index + 1}
            scale={scale}
            rotation={rotation}
            size={sizes.get(index + 1) ?? first}
            onSize={(size) => setSizes((now) => new Map(now).set(index + 1, size))}
          />
        ))}
      </div>
    </div>
  )
}

/** The page in the middle of what is on screen. */
function pageInView(box: HTMLElement): number {
  const middle = box.scrollTop + box.clientHeight / 2
  const index = [...box.children].findIndex(
    (page) => page instanceof HTMLElement && page.offsetTop + page.offsetHeight > middle,
  )
  return index < 0 ? box.children.length : index + 1
}

function useWidth(box: React.RefObject<HTMLElement | null>, tell: (width: number) => void): void {
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watching = new ResizeObserver(() => tell(element.clientWidth))
    watching.observe(element)
    return () => watching.disconnect()
  }, [box, tell])
}

/** What is in view stays in view when the scale changes. */
function useSteadyScroll(box: React.RefObject<HTMLElement | null>, scale: number): void {
  const before = useRef(scale)
  useLayoutEffect(() => {
    if (box.current && before.current !== scale) box.current.scrollTop *= scale / before.current
    before.current = scale
  }, [box, scale])
}
