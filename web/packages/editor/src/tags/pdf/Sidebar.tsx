/** Small pictures of the pages, or the document's own table of contents. */

import { t } from '@labelwright/i18n'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import classes from './pdf.module.css'
import { useNearness } from './useNearness'

export type Side = 'thumbnails' | 'outline'

interface SidebarProps {
  readonly pdf: PDFDocumentProxy
  readonly side: Side
  readonly outline: readonly OutlineItem[]
  readonly page: number
  readonly rotation: number
  readonly onTurn: (page: number) => void
}

export interface OutlineItem {
  readonly title: string
  readonly page: number | undefined
  readonly items: readonly OutlineItem[]
}

export function Sidebar({ pdf, side, outline, page, rotation, onTurn }: SidebarProps) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (side === 'thumbnails') box.current?.children[page - 1]?.scrollIntoView({ block: 'nearest' })
  }, [side, page])
  return (
    <nav
      ref={box}
      className={classes.side}
      aria-label={side === 'outline' ? t('forms.pdfOutline') : t('forms.pdfThumbnails')}
    >
      {side === 'outline' ? (
        <Entries items={outline} onTurn={onTurn} />
      ) : (
        Array.from({ length: pdf.numPages }, (_, index) => (
          <Thumbnail
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
            key={index}
            pdf={pdf}
            number={index + 1}
            rotation={rotation}
            current={index + 1 === page}
            onTurn={onTurn}
          />
        ))
      )}
    </nav>
  )
}

function Entries({ items, onTurn }: { items: readonly OutlineItem[]; onTurn: (page: number) => void }) {
  return (
    <ul className={classes.outline}>
      {items.map(({ title, page, items: below }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: titles may be equal
        <li key={index}>
          <button type="button" disabled={page === undefined} onClick={() => page !== undefined && onTurn(page)}>
            <span>{title}</span>
            {page !== undefined && <span className={classes.count}>{page}</span>}
          </button>
          {below.length > 0 && <Entries items={below} onTurn={onTurn} />}
        </li>
      ))}
    </ul>
  )
}

/** Of the pictures, in pixels. */
const WIDTH = 104

interface ThumbnailProps extends Pick<SidebarProps, 'pdf' | 'rotation' | 'onTurn'> {
  readonly number: number
  readonly current: boolean
}

function Thumbnail({ pdf, number, rotation, current, onTurn }: ThumbnailProps) {
  const button = useRef<HTMLButtonElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const isNear = useNearness(button)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    if (!isNear) return
    let cancel = (): void => undefined
    let wanted = true
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number)
      const picture = canvas.current
      if (!wanted || !picture) return
      const turned = (page.rotate + rotation) % 360
      const { width } = page.getViewport({ scale: 1, rotation: turned })
      const viewport = page.getViewport({ scale: (WIDTH * window.devicePixelRatio) / width, rotation: turned })
      picture.width = Math.round(viewport.width)
      picture.height = Math.round(viewport.height)
      const drawing = page.render({ canvas: picture, viewport })
      cancel = () => drawing.cancel()
      await drawing.promise
      setDrawn(true)
    }
    // Cancelled by scrolling on, or a page that is broken: its number is there all the same.
    draw().catch(() => undefined)
    return () => {
      wanted = false
      cancel()
    }
  }, [pdf, number, rotation, isNear])
  return (
    <button
      ref={button}
      type="button"
      className={classes.thumbnail}
      aria-current={current ? 'page' : undefined}
      aria-label={t('editor.pdfPage', { page: number })}
      onClick={() => onTurn(number)}
    >
      <canvas ref={canvas} data-drawn={isDrawn || undefined} />
      <span>{number}</span>
    </button>
  )
}
