/** One tab an annotation, draft or prediction; many scroll, and can be looked up. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Popover, Skeleton, Tooltip } from '@mantine/core'
import { IconBan, IconMessage2, IconPencil, IconSelector, IconStarFilled } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Version } from '../../core/versions'
import { useEditor, useValue, useWork } from '../context'
import { timeOf } from './age'
import { Face } from './Face'
import { scoreOf, shortAge, shortTitle, spokenSigns } from './title'
import classes from './versions.module.css'

const VersionSearch = lazy(() => import('./VersionSearch'))

/** From so many on, looking for one beats scrolling. */
const MANY = 8

export function Tabs() {
  const editor = useEditor()
  useValue(editor.versions)
  const open = useWork().version.key
  const hidden = useValue(editor.options).show?.authors === false
  const strip = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is open now
  useEffect(() => {
    // With the next painting: at once the whole task would be laid out for it.
    const frame = requestAnimationFrame(() =>
      strip.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [open])
  const shown = editor.shownVersions
  return (
    <>
      <div
        ref={strip}
        role="tablist"
        aria-label={t('editor.versions')}
        className={classes.tabs}
        onKeyDown={walk}
        onWheel={(event) => event.currentTarget.scrollBy({ left: event.deltaX + event.deltaY })}
      >
        {shown.map((version) => (
          <Tab
            key={version.key}
            version={version}
            hidden={hidden}
            selected={version.key === open}
            onOpen={() => void editor.open(version.key)}
          />
        ))}
      </div>
      {shown.length >= MANY && <Search count={shown.length} />}
    </>
  )
}

interface TabProps {
  readonly version: Version
  readonly hidden: boolean
  readonly selected: boolean
  readonly onOpen: () => void
}

function Tab({ version, hidden, selected, onOpen }: TabProps) {
  const { comments } = useEditor()
  useValue(comments.all)
  const open = comments.openOf(version)
  const signs = spokenSigns(version, hidden, open)
  const score = scoreOf(version)
  const age = hidden ? undefined : shortAge(version)
  return (
    <button
      type="button"
      role="tab"
      tabIndex={selected ? 0 : -1}
      aria-selected={selected}
      className={classes.tab}
      title={hidden || version.at === undefined ? undefined : `${version.by ?? ''}\n${timeOf(version.at)}`.trim()}
      onClick={onOpen}
    >
      <Face version={version} hidden={hidden} />
      <span className={classes.title}>{shortTitle(version)}</span>{' '}
      {score !== undefined && <span className={classes.more}>{score}</span>}
      {age !== undefined && <span className={classes.more}>{age}</span>}
      {signs !== '' && <span className={classes.spoken}>, {signs}</span>}
      {open > 0 && (
        <span className={classes.comments} aria-hidden>
          <IconMessage2 size={13} /> {open}
        </span>
      )}
      {version.isDraft && <IconPencil size={13} aria-hidden />}
      {version.isSkipped && <IconBan size={13} aria-hidden />}
      {version.isGroundTruth && <IconStarFilled size={12} className={classes.star} aria-hidden />}
    </button>
  )
}

function Search({ count }: { count: number }) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover position="bottom-end" shadow="md" width={340} trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Tooltip label={t('versions.find')} disabled={opened}>
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes.many}
            aria-label={t('versions.find')}
            onClick={() => setOpened(!opened)}
          >
            <span className={classes.count}>{count}</span>
            <IconSelector size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <Suspense fallback={<Skeleton height={320} />}>
          <VersionSearch onClose={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Arrows go from tab to tab, Home and End to the ends; Enter opens. */
function walk(event: React.KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')]
  const at = tabs.indexOf(event.target as HTMLElement)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
  if (at < 0 || to === undefined) return
  event.preventDefault()
  tabs[(to + tabs.length) % tabs.length]?.focus()
}
