/** One row of the list of regions. It follows its own region only. */

import { t } from '@labelwright/i18n'
import {
  IconChevronDown,
  IconChevronRight,
  IconDots,
  IconEye,
  IconEyeOff,
  IconLock,
  IconLockOpen,
  IconNote,
  IconSparkles,
} from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import { captionOf, noteOf, type Region, saidOf } from '../../model'
import { askedInRows, RowFields } from '../../tags/rowFields'
import { useAnnotation, useEditor, useValue } from '../context'
import { RowButton } from '../RowButton'
import type { RowPlace } from './GroupRow'
import { kindName } from './kinds'
import classes from './outliner.module.css'
import type { MenuPlace } from './RowMenu'
import type { Modifiers } from './Rows'

interface RegionRowProps extends RowPlace {
  readonly rowKey: string
  readonly id: string
  readonly depth: number
  readonly number: number
  readonly folded: boolean | undefined
  readonly onPick: (key: string, modifiers: Modifiers) => void
  readonly onGrip: (id: string, event: React.PointerEvent) => void
  readonly onMenu: (place: MenuPlace) => void
}

const INDENT = 14
/** Deeper than this the name would have no room left. */
const DEEPEST = 8

/** Its properties are plain values: a list made anew does not draw the same row again. */
export const RegionRow = memo(function RegionRow(props: RegionRowProps) {
  const { id, rowKey, depth, folded, onPick, onGrip, onMenu } = props
  const annotation = useAnnotation()
  const { session, document, store } = annotation
  useValue(useMemo(() => store.record(id), [store, id]))
  useValue(useMemo(() => document.followAnswersOf(id), [document, id]))
  const selected = useValue(useMemo(() => session.selection.member(id), [session, id]))
  const hidden = useValue(useMemo(() => session.hidden.member(id), [session, id]))
  const region = annotation.region(id)
  if (!region) return null
  const fields = askedInRows(annotation.config)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it hears the keys
    <div
      role="treeitem"
      id={props.elementId}
      data-row={rowKey}
      tabIndex={-1}
      aria-level={depth + 1}
      aria-expanded={folded === undefined ? undefined : !folded}
      aria-selected={selected}
      aria-setsize={props.size}
      aria-posinset={props.position}
      className={classes.row}
      data-hidden={hidden || undefined}
      data-cursor={props.isCursor || undefined}
      data-asks={fields.length > 0 || undefined}
      style={{ top: props.top, paddingLeft: 6 + Math.min(depth, DEEPEST) * INDENT }}
      onClick={(event) => onPick(rowKey, event)}
      onPointerDown={(event) => onGrip(id, event)}
      onPointerEnter={() => session.hover.set(id)}
      onPointerLeave={() => session.hover.set(undefined)}
    >
      <Fold id={id} folded={folded} />
      <span className={classes.number}>{props.number}</span>
      <span
        className={classes.swatch}
        data-kind={region.kind}
        style={{ background: annotation.colourOf(id) ?? 'var(--lw-line-strong)' }}
      />
      <Name id={id} />
      <Marks region={region} />
      <Actions id={id} isProtected={region.readonly === true} onMenu={onMenu} />
      {fields.length > 0 && <RowFields controls={fields} region={id} />}
    </div>
  )
})

/** A note, where it comes from, its score. */
function Marks({ region }: { region: Region }) {
  const note = noteOf(region)
  return (
    <>
      {note !== '' && (
        <span title={note} className={classes.mark}>
          <IconNote size={13} aria-label={t('editor.note')} />
        </span>
      )}
      {region.origin !== 'manual' && (
        <IconSparkles size={13} className={classes.mark} aria-label={t('editor.fromPrediction')} />
      )}
      {region.score !== undefined && <span className={classes.score}>{region.score.toFixed(2)}</span>}
    </>
  )
}

function Fold({ id, folded }: { id: string; folded: boolean | undefined }) {
  const { session } = useAnnotation()
  if (folded === undefined) return <span className={classes.chevron} />
  const Chevron = folded ? IconChevronRight : IconChevronDown
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.chevron}
      aria-label={t(folded ? 'panels.unfoldRow' : 'panels.foldRow')}
      onClick={(event) => {
        event.stopPropagation()
        session.folded.toggle(id)
      }}
    >
      <Chevron size={14} />
    </button>
  )
}

/** Its labels, and an excerpt of what it holds and of what is said about it. */
function Name({ id }: { id: string }) {
  const { document } = useAnnotation()
  const region = document.region(id)
  if (!region) return null
  const labels = document.labelsOf(id).map(({ title }) => title)
  const { title, text, page } = captionOf(region)
  const said = saidOf(document, id).map(({ words }) => words)
  const place = page === undefined ? '' : t('editor.pdfPage', { page })
  const excerpt = [place, text, ...said].filter((it) => it !== '').join(' · ')
  return (
    <span className={classes.name}>
      {labels.length > 0 ? labels.join(', ') : (title ?? <em>{kindName(region.kind)}</em>)}
      {excerpt !== '' && <span className={classes.excerpt}>{excerpt}</span>}
    </span>
  )
}

interface ActionsProps extends Pick<RegionRowProps, 'id' | 'onMenu'> {
  readonly isProtected: boolean
}

/** The most of a row, and seldom another: a new region, which makes the list longer, does not draw it again. */
const Actions = memo(function Actions({ id, isProtected, onMenu }: ActionsProps) {
  const editor = useEditor()
  const annotation = useAnnotation()
  const { session } = annotation
  const hidden = useValue(useMemo(() => session.hidden.member(id), [session, id]))
  const locked = useValue(useMemo(() => session.locked.member(id), [session, id]))
  const own = new Set([id])
  return (
    <span className={classes.actions} data-kept={hidden || locked || isProtected || undefined}>
      {!annotation.readOnly && !isProtected && (
        <RowButton
          label={locked ? t('editor.unlock') : t('editor.lock')}
          onClick={() => editor.actions.toggleLocked(own)}
        >
          {locked ? <IconLock size={14} /> : <IconLockOpen size={14} />}
        </RowButton>
      )}
      {isProtected && <IconLock size={14} className={classes.mark} aria-label={t('editor.protected')} />}
      <RowButton label={hidden ? t('editor.show') : t('editor.hide')} onClick={() => editor.actions.toggleHidden(own)}>
        {hidden ? <IconEyeOff size={14} /> : <IconEye size={14} />}
      </RowButton>
      <RowButton
        label={t('panels.moreOfRegion')}
        onClick={(event) => onMenu({ id, x: event.clientX, y: event.clientY })}
      >
        <IconDots size={14} />
      </RowButton>
    </span>
  )
})
