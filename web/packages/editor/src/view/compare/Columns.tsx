/** Every annotation and prediction in a column of its own; what is scrolled or zoomed in one is in all. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Skeleton } from '@mantine/core'
import { IconArrowUpRight } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Snapshot } from '../../core/views'
import { useEditor, useValue } from '../context'
import { SharedViews, SharedViewsContext } from '../shared-views'
import { Face } from '../versions/Face'
import { fullTitle } from '../versions/title'
import classes from './compare.module.css'
import { ReadOnly } from './ReadOnly'
import { shareScroll } from './shareScroll'

export function Columns({ snapshots }: { snapshots: readonly Snapshot[] }) {
  const open = useEditor().work.get()?.version.key
  const row = useRef<HTMLDivElement>(null)
  const views = useMemo(() => new SharedViews(), [])
  useEffect(() => (row.current ? shareScroll(row.current) : undefined), [])
  return (
    <SharedViewsContext value={views}>
      <div ref={row} className={classes.columns}>
        {snapshots.map((snapshot) => (
          <Column key={snapshot.version.key} snapshot={snapshot} isOpen={snapshot.version.key === open} />
        ))}
      </div>
    </SharedViewsContext>
  )
}

function Column({ snapshot, isOpen }: { snapshot: Snapshot; isOpen: boolean }) {
  const box = useRef<HTMLElement>(null)
  const seen = useSeen(box)
  const name = useTitle(snapshot)
  return (
    <article ref={box} className={classes.column} aria-label={name} data-open={isOpen || undefined}>
      <Head snapshot={snapshot} />
      {seen ? <ReadOnly result={snapshot.result} /> : <Skeleton flex={1} radius={0} animate={false} />}
    </article>
  )
}

const useTitle = ({ version }: Snapshot): string =>
  fullTitle(version, useValue(useEditor().options).show?.authors === false)

function Head({ snapshot }: { snapshot: Snapshot }) {
  const editor = useEditor()
  const hidden = useValue(editor.options).show?.authors === false
  const { version } = snapshot
  return (
    <div className={classes.head}>
      <Face version={version} hidden={hidden} />
      <span className={classes.headText}>{useTitle(snapshot)}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={t('versions.open')}
        title={t('versions.open')}
        onClick={() => void editor.open(version.key)}
      >
        <IconArrowUpRight size={16} />
      </ActionIcon>
    </div>
  )
}

/** Whether it was ever on screen, or near it: a hundred columns are drawn as they come into sight. */
function useSeen(box: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (!box.current) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        setSeen(true)
        observer.disconnect()
      },
      { rootMargin: '0px 300px' },
    )
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  return seen
}
