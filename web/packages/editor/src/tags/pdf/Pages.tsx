/** The pages of a PDF, one below the other, with what helps to find one's way in them. */

import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { SurfaceCommands } from '../../core/surface'
import type { Match } from '../../media/pdf/find'
import { setPage as setPageOf } from '../../model'
import { useAnnotation, useEditor, useValue } from '../../view/context'
import type { Boxes } from './boxes'
import { FindBar } from './FindBar'
import { PdfPage } from './PdfPage'
import classes from './pdf.module.css'
import { type Side, Sidebar } from './Sidebar'
import { Toolbar } from './Toolbar'
import { useBoxes } from './useBoxes'
import { useFind } from './useFind'
import { useOutline } from './useOutline'

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

interface PagesProps {
  readonly name: string
  readonly pdf: PDFDocumentProxy
}

export function Pages({ name, pdf }: PagesProps) {
  const editor = useEditor()
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const [rotation, setRotation] = useState(0)
  const [sizes, setSizes] = useState<ReadonlyMap<number, Size>>(new Map())
  const [page, setPage] = useState(1)
  const [side, setSide] = useState<Side>()
  const [finding, setFinding] = useState(false)
  const find = useFind(pdf)
  const outline = useOutline(pdf)

  const first = sizes.get(1) ?? A4
  const fitting = width > ROOM ? (width - ROOM) / (rotation % 180 === 0 ? first.width : first.height) : 1
  const scale = zoom === 'fit' ? Math.min(fitting, WIDEST) : zoom
  useSteadyScroll(box, scale)
  useWidth(box, setWidth)

  const shownScale = useRef(scale)
  useLayoutEffect(() => {
    shownScale.current = scale
  })
  const zoomBy = useCallback(
    (factor: number) =>
      setZoom((now) => Math.min(LARGEST, Math.max(SMALLEST, (now === 'fit' ? shownScale.current : now) * factor))),
    [],
  )
  const { wanted: isDrawnOn, boxes, ready } = useBoxes(name, { box, scale, rotation, zoomBy })

  const view = useMemo(() => {
    return {
      tools: [],
      cancel: () => false,
      reveal: () => undefined,
      zoomIn: () => zoomBy(STEP),
      zoomOut: () => zoomBy(1 / STEP),
      zoomToFit: () => setZoom('fit'),
      zoomToActual: () => setZoom(1),
      rotate: (by: 90 | -90) => setRotation((now) => (now + by + 360) % 360),
    }
  }, [zoomBy])
  useEffect(() => {
    editor.surfaces.set(name, boxes ? withBoxes(view, boxes) : view)
    return () => void editor.surfaces.delete(name)
  }, [editor, name, view, boxes])

  const turnTo = (to: number): void => {
    const target = Math.min(pdf.numPages, Math.max(1, to))
    const element = box.current?.children[target - 1]
    if (box.current && element instanceof HTMLElement) box.current.scrollTop = element.offsetTop - 8
    setPage(target)
  }
  usePages(name, pdf.numPages, page, turnTo)
  const current = finding ? find.matches[find.current] : undefined
  const found = useByPage(finding ? find.matches : NOTHING)
  const wanted = current?.page
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place that is gone to
  useEffect(() => {
    if (wanted !== undefined && wanted !== page) turnTo(wanted)
  }, [current])
  const learnSize = useCallback(
    (number: number, size: Size) => setSizes((now) => (now.has(number) ? now : new Map(now).set(number, size))),
    [],
  )
  const close = (): void => {
    setFinding(false)
    box.current?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the search button does the same
    <div
      className={`${classes.pdf} htx-pdf`}
      data-fills
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return
        event.preventDefault()
        event.stopPropagation()
        setFinding(true)
      }}
    >
      <Toolbar
        page={page}
        pages={pdf.numPages}
        scale={scale}
        view={view}
        onTurn={turnTo}
        sides={outline.length > 0 ? ['thumbnails', 'outline'] : ['thumbnails']}
        side={side}
        onSide={setSide}
        onFind={() => setFinding(true)}
        boxes={boxes}
      />
      {finding && <FindBar find={find} onClose={close} />}
      <div className={classes.body}>
        {side && <Sidebar pdf={pdf} side={side} outline={outline} page={page} rotation={rotation} onTurn={turnTo} />}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the role is among the spread attributes */}
        {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the same */}
        <div
          ref={box}
          {...(isDrawnOn ? (ready ? DRAWN_ON : WAITING) : READ)}
          aria-label={name}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keys
          tabIndex={0}
          className={classes.pages}
          data-drawn-on={isDrawnOn || undefined}
          onFocus={() => editor.focusedSurface.set(name)}
          onScroll={(event) => {
            setPage(pageInView(event.currentTarget))
            if (boxes) editor.moved()
          }}
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
              onSize={learnSize}
              found={found.get(index + 1) ?? NOTHING}
              current={wanted === index + 1 ? current : undefined}
              boxes={boxes}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

/** Only what can be drawn on is a surface: until a page is there, a gesture would be lost. */
const DRAWN_ON = { role: 'application' }
const WAITING = { role: 'group', 'aria-busy': true }
const READ = { role: 'document' }

/** What commands can do to the pages, and to the boxes on them. */
function withBoxes(view: SurfaceCommands, boxes: Boxes): SurfaceCommands {
  const { tools, takeTool, takeToolFor, cancel, undo, redo, nudge, reveal, anchor, frame, regionAt } = boxes
  return { ...view, tools, takeTool, takeToolFor, cancel, undo, redo, nudge, reveal, anchor, frame, regionAt }
}

/** The page in the middle of what is on screen. */
function pageInView(box: HTMLElement): number {
  const middle = box.scrollTop + box.clientHeight / 2
  const index = [...box.children].findIndex(
    (page) => page instanceof HTMLElement && page.offsetTop + page.offsetHeight > middle,
  )
  return index < 0 ? box.children.length : index + 1
}

const NOTHING: readonly Match[] = []

/** What was found, by page: the same list for a page until something else is found on it. */
function useByPage(matches: readonly Match[]): ReadonlyMap<number, readonly Match[]> {
  return useMemo(() => {
    const byPage = new Map<number, Match[]>()
    for (const match of matches) byPage.set(match.page, [...(byPage.get(match.page) ?? []), match])
    return byPage
  }, [matches])
}

/** The page on show is that of the session, so that answers about single pages belong to it, and commands turn it. */
function usePages(name: string, count: number, page: number, turnTo: (page: number) => void): void {
  const annotation = useAnnotation()
  const { session, pageCounts } = annotation
  useEffect(() => {
    pageCounts.set(name, count)
    return () => void pageCounts.delete(name)
  }, [pageCounts, name, count])
  const asked = (useValue(session.page).get(name) ?? 0) + 1
  const latest = useRef(turnTo)
  useEffect(() => {
    latest.current = turnTo
  })
  const shown = useRef(page)
  useEffect(() => {
    shown.current = page
    setPageOf(session, name, page - 1)
  }, [session, name, page])
  useEffect(() => {
    if (asked !== shown.current) latest.current(asked)
  }, [asked])
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
