/** The head of a group: folds it, hides and locks all that is in it. */

import { t } from '@labelwright/i18n'
import { IconChevronDown, IconChevronRight, IconEye, IconEyeOff, IconLock, IconLockOpen } from '@tabler/icons-react'
import type { GroupRow as Group } from '../../model'
import { useAnnotation, useEditor, useSetting, useValue } from '../context'
import { RowButton } from '../RowButton'
import { kindName } from './kinds'
import classes from './outliner.module.css'

export interface RowPlace {
  readonly elementId: string
  readonly top: number
  readonly position: number
  readonly size: number
  /** The keys are here. */
  readonly isCursor: boolean
}

export function GroupRow({ row, place }: { row: Group; place: RowPlace }) {
  const editor = useEditor()
  const { readOnly, session } = useAnnotation()
  const hidden = useValue(session.hidden)
  const locked = useValue(session.locked)
  const isType = useSetting('group') === 'type'
  const ids = new Set(row.ids)
  const areHidden = row.ids.every((id) => hidden.has(id))
  const areLocked = row.ids.every((id) => locked.has(id))
  const title = row.title === '' ? t('editor.noLabel') : isType ? kindName(row.title) : row.title
  const Chevron = row.folded ? IconChevronRight : IconChevronDown
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it hears the keys
    <div
      role="treeitem"
      id={place.elementId}
      tabIndex={-1}
      aria-level={1}
      aria-expanded={!row.folded}
      aria-selected={false}
      aria-setsize={place.size}
      aria-posinset={place.position}
      className={classes.group}
      data-cursor={place.isCursor || undefined}
      style={{ top: place.top }}
      onClick={() => session.folded.toggle(row.key)}
    >
      <Chevron size={14} className={classes.chevron} aria-hidden />
      {row.colour && <span className={classes.swatch} style={{ background: row.colour }} />}
      <span className={classes.name}>
        {title} <span className={classes.count}>{row.ids.length}</span>
      </span>
      <span className={classes.actions} data-kept={areHidden || areLocked || undefined}>
        {!readOnly && (
          <RowButton
            label={t(areLocked ? 'panels.unlockGroup' : 'panels.lockGroup', { title })}
            onClick={() => editor.actions.toggleLocked(ids)}
          >
            {areLocked ? <IconLock size={14} /> : <IconLockOpen size={14} />}
          </RowButton>
        )}
        <RowButton
          label={t(areHidden ? 'panels.showGroup' : 'panels.hideGroup', { title })}
          onClick={() => editor.actions.toggleHidden(ids)}
        >
          {areHidden ? <IconEyeOff size={14} /> : <IconEye size={14} />}
        </RowButton>
      </span>
    </div>
  )
}
