/** One page: drawn while it is near the screen, an empty sheet of the same size when it is not. */

import { t } from '@labelwright/i18n'
import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import classes from './pdf.module.css'
import type { Size } from './Viewer'

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  readonly scale: number
  readonly rotation: number
  /** Unrotated, in points. */
  readonly size: Size
  readonly onSize: (size: Size) => void
}

/** Larger canvases fail in some browsers; the sheet stretches what is drawn. */
const MOST_PIXELS = 16_000_000

export function PdfPage({ pdf, number, scale, rotation, size, onSize }: PdfPageProps) {
  const sheet = useRef<HTMLElement>(null)
  const isNear = useNearness(sheet)
  const [page, setPage] = useState<PDFPageProxy>()
  const tell = useRef(onSize)
  useEffect(() => {
    tell.current = onSize
  })

  useEffect(() => {
    if (!isNear) return
    let wanted = true
    pdf.getPage(number).then(
      (got) => {
        if (!wanted) return
        const { width, height } = got.getViewport({ scale: 1, rotation: got.rotate })
        tell.current({ width, height })
        setPage(got)
      },
      // The document was closed meanwhile, or this page of it is broken: an empty sheet says that.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [pdf, number, isNear])

  const isTurned = rotation % 180 !== 0
  return (
    <section
      ref={sheet}
      aria-label={t('editor.pdfPage', { page: number })}
      className={classes.page}
      style={{
        width: (isTurned ? size.height : size.width) * scale,
        height: (isTurned ? size.width : size.height) * scale,
      }}
    >
      {page && isNear && <Drawn page={page} scale={scale} rotation={rotation} />}
    </section>
  )
}

function useNearness(sheet: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const element = sheet.current
    if (!element) return
    const watching = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: element.parentElement,
      rootMargin: '80% 0px',
    })
    watching.observe(element)
    return () => watching.disconnect()
  }, [sheet])
  return isNear
}

/** The picture of a page, and its text over it, unseen, to be selected. */
function Drawn({ page, scale, rotation }: { page: PDFPageProxy; scale: number; rotation: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [picture, container] = [canvas.current, text.current]
    if (!picture || !container) return
    const turned = (page.rotate + rotation) % 360
    const viewport = page.getViewport({ scale, rotation: turned })
    const fitting = Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height))
    const sharp = page.getViewport({ scale: scale * Math.min(window.devicePixelRatio, fitting), rotation: turned })
    picture.width = Math.round(sharp.width)
    picture.height = Math.round(sharp.height)
    const drawing = page.render({ canvas: picture, viewport: sharp })
    container.style.setProperty('--total-scale-factor', String(scale))
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport })
    // Both reject when they are cancelled: by another scale, or because the page is left.
    drawing.promise.catch(() => undefined)
    layer.render().catch(() => undefined)
    return () => {
      drawing.cancel()
      layer.cancel()
      container.replaceChildren()
    }
  }, [page, scale, rotation])
  return (
    <>
      <canvas ref={canvas} className={classes.picture} />
      <div ref={text} className={classes.text} />
    </>
  )
}
