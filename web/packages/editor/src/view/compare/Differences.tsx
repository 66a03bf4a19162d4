/** Two versions side by side, coloured by what only one of them has and what both have but not alike. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { TaskEditor } from '../../core/task-editor'
import type { Snapshot } from '../../core/views'
import { byDrawing } from '../../media/image/likeness'
import { onMaskRead } from '../../media/image/masks/wire'
import { compareDocuments, type Differences as Found, LabelDocument, type RegionId } from '../../model'
import { useEditor, useValue } from '../context'
import { SharedViews, SharedViewsContext } from '../shared-views'
import { fullTitle } from '../versions/title'
import classes from './compare.module.css'
import { DifferenceList } from './DifferenceList'
import { ReadOnly, type Tints } from './ReadOnly'
import { shareScroll } from './shareScroll'
import { COLOURS } from './status'

interface DifferencesProps {
  readonly a: Snapshot
  readonly b: Snapshot
  readonly all: readonly Snapshot[]
}

export function Differences({ a, b, all }: DifferencesProps) {
  const { config } = useEditor()
  const one = useMemo(() => LabelDocument.decode(config, a.result).document, [config, a])
  const other = useMemo(() => LabelDocument.decode(config, b.result).document, [config, b])
  const [masksRead, setMasksRead] = useState(0)
  useEffect(() => onMaskRead(() => setMasksRead((count) => count + 1)), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: masks that were being read can be compared now
  const found = useMemo(() => compareDocuments(one, other, byDrawing), [one, other, masksRead])
  const [tintsA, tintsB] = useMemo(() => [tintsOf(found, 'a'), tintsOf(found, 'b')], [found])
  const editors = useRef(new Map<'a' | 'b', TaskEditor>())
  const onA = useCallback((made: TaskEditor) => void editors.current.set('a', made), [])
  const onB = useCallback((made: TaskEditor) => void editors.current.set('b', made), [])
  const [picked, setPicked] = useState<number>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another pair is compared
  useEffect(() => setPicked(undefined), [found])
  const row = useRef<HTMLDivElement>(null)
  const views = useMemo(() => new SharedViews(), [])
  useEffect(() => (row.current ? shareScroll(row.current) : undefined), [])

  const jump = (index: number): void => {
    setPicked(index)
    const pair = found.regions[index]
    for (const side of ['a', 'b'] as const) select(editors.current.get(side), pair?.[side])
  }
  return (
    <div className={classes.differences}>
      <div className={classes.sides}>
        <Choice side="a" of={a} other={b} all={all} />
        <Choice side="b" of={b} other={a} all={all} />
        <SharedViewsContext value={views}>
          <div ref={row} className={classes.pair}>
            <article className={classes.column} aria-label="A">
              <ReadOnly result={a.result} tints={tintsA} onReady={onA} />
            </article>
            <article className={classes.column} aria-label="B">
              <ReadOnly result={b.result} tints={tintsB} onReady={onB} />
            </article>
          </div>
        </SharedViewsContext>
      </div>
      <DifferenceList one={one} other={other} found={found} picked={picked} onPick={jump} />
    </div>
  )
}

function tintsOf({ regions }: Found, side: 'a' | 'b'): Tints {
  const tints = new Map<RegionId, string>()
  for (const { status, [side]: id } of regions) if (id !== undefined) tints.set(id, COLOURS[status])
  return tints
}

function select(editor: TaskEditor | undefined, id: RegionId | undefined): void {
  if (id === undefined) editor?.annotation?.session.selection.clear()
  else editor?.actions.select(id)
}

interface ChoiceProps {
  readonly side: 'a' | 'b'
  readonly of: Snapshot
  readonly other: Snapshot
  readonly all: readonly Snapshot[]
}

function Choice({ side, of, other, all }: ChoiceProps) {
  const editor = useEditor()
  const hidden = useValue(editor.options).show?.authors === false
  const among = all.some((it) => it.version.key === of.version.key) ? all : [of, ...all]
  const show = (mine: Snapshot, theirs: Snapshot): void =>
    editor.views.compare({ as: 'differences', ...(side === 'a' ? { a: mine, b: theirs } : { a: theirs, b: mine }) })
  const choose = (key: string): void => {
    const mine = among.find((it) => it.version.key === key)
    // Choosing what stands on the other side changes sides.
    if (mine) show(mine, key === other.version.key ? of : other)
  }
  return (
    <div className={classes.choice}>
      <span className={classes.letter} style={{ background: COLOURS[side === 'a' ? 'onlyA' : 'onlyB'] }} aria-hidden>
        {side.toUpperCase()}
      </span>
      <select
        className={classes.select}
        aria-label={t('versions.side', { side: side.toUpperCase() })}
        value={of.version.key}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {among.map(({ version }) => (
          <option key={version.key} value={version.key}>
            {fullTitle(version, hidden)}
          </option>
        ))}
      </select>
      {side === 'a' && (
        <Tooltip label={t('versions.swap')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('versions.swap')} onClick={() => show(other, of)}>
            <IconArrowsExchange size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  )
}
