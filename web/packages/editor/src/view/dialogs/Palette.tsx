/** Any action by a few letters of its name; what was used last stands first. */

import { t } from '@labelwright/i18n'
import { TextInput } from '@mantine/core'
import { Fragment, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useEditor } from '../context'
import classes from '../dialogs.module.css'
import { commandEntries, type Entry, optionEntries, regionEntries } from './entries'
import { fuzzy } from './fuzzy'
import { Keys } from './Keys'
import { recentIds, remember } from './recent'

const MOST = 50
const NOTHING = -1

interface Found {
  readonly entry: Entry
  readonly at: readonly number[]
}

/** Without a query the recent ones, then the rest in order; regions only when they are looked for. */
function search(entries: readonly Entry[], regions: readonly Entry[], query: string): Found[] {
  const recent = recentIds()
  const rank = (entry: Entry): number => (recent.includes(entry.id) ? recent.indexOf(entry.id) : recent.length)
  if (query.trim() === '') {
    const byUse = [...entries].sort((a, b) => rank(a) - rank(b))
    return byUse.slice(0, MOST).map((entry) => ({ entry, at: [] }))
  }
  return [...entries, ...regions]
    .flatMap((entry) => {
      const match = fuzzy(query, entry.title) ?? fuzzyGroup(query, entry)
      return match ? [{ entry, at: match.at, score: match.score }] : []
    })
    .sort((a, b) => b.score - a.score || rank(a.entry) - rank(b.entry))
    .slice(0, MOST)
}

/** By its group too, after all that fit by title. */
function fuzzyGroup(query: string, entry: Entry) {
  const match = fuzzy(query, `${entry.group} ${entry.title}`)
  return match && { score: match.score - 100, at: [] }
}

export default function Palette({ onClose }: { onClose: () => void }) {
  const editor = useEditor()
  const [query, setQuery] = useState('')
  // Nothing is chosen before something is typed: Enter must not submit when the letters got lost on the way here.
  const [at, setAt] = useState(NOTHING)
  const active = useRef<HTMLDivElement>(null)
  const [entries, regions] = useMemo(() => {
    const all = [...commandEntries(editor), ...optionEntries(editor)]
    return [all.filter((it) => it.run && it.id !== 'view:palette' && it.id !== 'region:exit'), regionEntries(editor)]
  }, [editor])
  const found = useMemo(() => search(entries, regions, query), [entries, regions, query])
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the active one into view as it changes
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' })
  }, [at, found])

  const run = (entry: Entry | undefined): void => {
    if (!entry) return
    onClose()
    remember(entry.id)
    entry.run?.()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = Math.max(0, found.length - 1)
    const next = {
      Enter: at,
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    }[event.key]
    if (next === undefined || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (event.key === 'Enter') run(found[at]?.entry)
    else setAt(next)
  }
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="lw-palette"
        aria-activedescendant={found[at] ? `lw-palette-${at}` : undefined}
        aria-label={t('editor.searchCommands')}
        placeholder={t('editor.searchCommands')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setAt(event.currentTarget.value.trim() === '' ? NOTHING : 0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id="lw-palette" role="listbox" aria-label={t('editor.cmdPalette')} className={classes.palette}>
        {found.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
          <div
            key={one.entry.id}
            ref={index === at ? active : undefined}
            id={`lw-palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.entry}
            onPointerMove={() => setAt(index)}
            onClick={() => run(one.entry)}
          >
            <span>
              <Highlighted text={one.entry.title} at={one.at} />
            </span>
            <span className={classes.from}>{one.entry.group}</span>
            <Keys keys={one.entry.keys.slice(0, 1)} />
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className={classes.none}>
          {t('editor.nothingFound')}
        </p>
      )}
    </>
  )
}

function Highlighted({ text, at }: { text: string; at: readonly number[] }) {
  const starts = at.filter((place, index) => at[index - 1] !== place - 1)
  const ends = at.filter((place, index) => at[index + 1] !== place + 1).map((place) => place + 1)
  return (
    <>
      {text.slice(0, starts[0])}
      {starts.map((start, index) => (
        <Fragment key={start}>
          <mark>{text.slice(start, ends[index])}</mark>
          {text.slice(ends[index], starts[index + 1])}
        </Fragment>
      ))}
    </>
  )
}
