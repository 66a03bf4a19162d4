/** The pages of an image with several: turned one by one, or chosen by what they show. */

import { t } from '@labelwright/i18n'
import { useEffect, useRef } from 'react'
import { asText, type ObjectTag } from '../../model'
import { useAnnotation, useValue } from '../../view/context'
import { useResolvedUrl } from '../../view/useResolvedUrl'
import { Pager } from '../Pager'
import classes from './image.module.css'

interface PagesProps {
  readonly object: ObjectTag
  readonly page: number
  readonly onTurn: (page: number) => void
}

const TURNS: Readonly<Record<string, (page: number, last: number) => number>> = {
  ArrowLeft: (page) => page - 1,
  ArrowRight: (page) => page + 1,
  Home: () => 0,
  End: (_, last) => last,
}

export function Pages({ object, page, onTurn }: PagesProps) {
  const pages = object.pages ?? []
  const regions = useValue(useAnnotation().document.followRegionsOn(object.name))
  const used = new Map<number, number>()
  for (const { itemIndex = 0 } of regions) used.set(itemIndex, (used.get(itemIndex) ?? 0) + 1)
  const list = useRef<HTMLOListElement>(null)

  useEffect(() => {
    list.current?.children[page]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [page])

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const last = pages.length - 1
    const to = TURNS[event.key]?.(page, last)
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    const next = Math.max(0, Math.min(last, to))
    onTurn(next)
    list.current?.children[next]?.querySelector('button')?.focus()
  }

  return (
    <nav className={classes.pages} aria-label={t('image.pageList')}>
      <Pager page={page} count={pages.length} onTurn={onTurn} />
      <ol ref={list} className={classes.thumbnails} onKeyDown={onKeyDown}>
        {pages.map((address, index) => (
          <Thumbnail
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the list
            key={index}
            address={asText(address)}
            page={index}
            current={index === page}
            regions={used.get(index) ?? 0}
            onTurn={onTurn}
          />
        ))}
      </ol>
    </nav>
  )
}

interface ThumbnailProps {
  readonly address: string
  readonly page: number
  readonly current: boolean
  readonly regions: number
  readonly onTurn: (page: number) => void
}

function Thumbnail({ address, page, current, regions, onTurn }: ThumbnailProps) {
  const url = useResolvedUrl(address)
  const name = t('image.pageNumber', { page: page + 1 })
  return (
    <li>
      <button
        type="button"
        className={classes.thumbnail}
        aria-label={regions > 0 ? `${name}, ${t('image.pageRegions', { count: regions })}` : name}
        aria-current={current ? 'page' : undefined}
        tabIndex={current ? 0 : -1}
        onClick={() => onTurn(page)}
      >
        {url && <img src={url} alt="" loading="lazy" decoding="async" draggable={false} />}
        <span aria-hidden>{regions > 0 ? `${page + 1} · ${regions}` : page + 1}</span>
      </button>
    </li>
  )
}
