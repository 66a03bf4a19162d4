/** One page: drawn while it is near the screen, an empty sheet of the same size when it is not. */

import { t } from '@labelwright/i18n'
import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist'
import { memo, useEffect, useRef, useState } from 'react'
import { type Match, pageText } from '../../media/pdf/find'
import type { Boxes } from './boxes'
import { type DrawnText, mark, runOf } from './found'
import type { Size } from './Pages'
import classes from './pdf.module.css'
import { useNearness } from './useNearness'

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  readonly scale: number
  readonly rotation: number
  /** Unrotated, in points. */
  readonly size: Size
  readonly onSize: (number: number, size: Size) => void
  /** On this page. */
  readonly found: readonly Match[]
  readonly current: Match | undefined
  /** What is drawn on the pages. */
  readonly boxes: Boxes | undefined
}

/** Larger canvases fail in some browsers; the sheet stretches what is drawn. */
const MOST_PIXELS = 16_000_000

export const PdfPage = memo(function PdfPage(props: PdfPageProps) {
  const { pdf, number, scale, rotation, size, onSize, found, current, boxes } = props
  const sheet = useRef<HTMLElement>(null)
  const isNear = useNearness(sheet)
  const [page, setPage] = useState<PDFPageProxy>()
  useEffect(() => {
    if (!isNear) return
    let wanted = true
    pdf.getPage(number).then(
      (got) => {
        if (!wanted) return
        const { width, height } = got.getViewport({ scale: 1, rotation: got.rotate })
        onSize(number, { width, height })
        setPage(got)
      },
      // The document was closed meanwhile, or this page of it is broken: an empty sheet says that.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [pdf, number, isNear, onSize])

  useEffect(() => {
    return boxes && page && isNear && sheet.current ? boxes.show(page, sheet.current) : undefined
  }, [boxes, page, isNear])

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
      {page && isNear && <Drawn page={page} scale={scale} rotation={rotation} found={found} current={current} />}
    </section>
  )
})

type DrawnProps = Pick<PdfPageProps, 'scale' | 'rotation' | 'found' | 'current'> & { readonly page: PDFPageProxy }

/** The picture of a page, and its text over it, unseen, to be selected. */
function Drawn({ page, scale, rotation, found, current }: DrawnProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<DrawnText>()
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
    // Both reject when they are cancelled: by another scale, or because the page is left.
    drawing.promise.catch(() => undefined)
    let layer: TextLayer | undefined
    let wanted = true
    const write = async (): Promise<void> => {
      const content = await page.getTextContent()
      if (!wanted) return
      layer = new TextLayer({ textContentSource: content, container, viewport })
      await layer.render()
      const { starts } = pageText(content.items.filter((item) => 'str' in item))
      setDrawn({ runs: layer.textDivs, starts })
    }
    write().catch(() => undefined)
    return () => {
      wanted = false
      setDrawn(undefined)
      drawing.cancel()
      layer?.cancel()
      container.replaceChildren()
    }
  }, [page, scale, rotation])
  useEffect(() => (drawn ? mark(drawn, found, current) : undefined), [drawn, found, current])
  useEffect(() => {
    if (drawn && current && found.includes(current)) runOf(drawn, current)?.scrollIntoView({ block: 'center' })
  }, [drawn, found, current])
  return (
    <>
      <canvas ref={canvas} className={classes.picture} />
      <div ref={text} className={classes.text} />
    </>
  )
}
