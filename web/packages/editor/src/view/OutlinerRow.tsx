/** One row of the list of regions. It follows its own region only. */

import { t } from '@labelwright/i18n'
import { ActionIcon } from '@mantine/core'
import { IconEye, IconEyeOff, IconLock, IconLockOpen, IconSparkles, IconTrash } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import { captionOf, type OutlineRow } from '../model'
import { useAnnotation, useEditor, useValue } from './context'
import classes from './panel.module.css'

export function GroupRow({ row, top }: { row: Extract<OutlineRow, { row: 'group' }>; top: number }) {
  return (
    <div role="presentation" className={classes.group} style={{ top }}>
      {row.colour && <span className={classes.swatch} style={{ background: row.colour }} />}
      {row.title === '' ? t('editor.noLabel') : row.title}
      <span className={classes.count}>{row.size}</span>
    </div>
  )
}

interface RegionRowProps {
  readonly row: Extract<OutlineRow, { row: 'region' }>
  readonly top: number
  readonly position: number
  readonly size: number
  readonly onPick: (id: string, event: React.MouseEvent) => void
}

export const RegionRow = memo(function RegionRow({ row, top, position, size, onPick }: RegionRowProps) {
  const editor = useEditor()
  const annotation = useAnnotation()
  const { session, document, store } = annotation
  const { id } = row
  useValue(useMemo(() => store.record(id), [store, id]))
  useValue(useMemo(() => document.followAnswersOf(id), [document, id]))
  const selected = useValue(useMemo(() => session.selection.member(id), [session, id]))
  const hidden = useValue(useMemo(() => session.hidden.member(id), [session, id]))
  const locked = useValue(useMemo(() => session.locked.member(id), [session, id]))
  const region = annotation.region(id)
  if (!region) return null
  const labels = document.labelsOf(id).map((label) => label.option?.value ?? label.stored)
  const { title, text } = captionOf(region)
  const protectedRegion = region.readonly === true
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it hears the keys
    <div
      role="treeitem"
      aria-level={row.depth + 1}
      tabIndex={-1}
      aria-selected={selected}
      aria-setsize={size}
      aria-posinset={position}
      className={classes.row}
      data-hidden={hidden || undefined}
      style={{ top, paddingLeft: 10 + row.depth * 14 }}
      onClick={(event) => onPick(id, event)}
      onPointerEnter={() => session.hover.set(id)}
      onPointerLeave={() => session.hover.set(undefined)}
    >
      <span className={classes.number}>{row.number}</span>
      <span className={classes.swatch} style={{ background: annotation.colourOf(id) ?? 'var(--lw-line-strong)' }} />
      <span className={classes.name}>
        {labels.length > 0 ? labels.join(', ') : (title ?? <em>{t('editor.noLabel')}</em>)}
        {text !== '' && <span className={classes.excerpt}>{text}</span>}
      </span>
      {region.origin !== 'manual' && (
        <IconSparkles size={13} className={classes.mark} aria-label={t('editor.fromPrediction')} />
      )}
      {region.score !== undefined && <span className={classes.score}>{region.score.toFixed(2)}</span>}
      <span className={classes.actions} data-kept={hidden || locked || undefined}>
        {!annotation.readOnly && !protectedRegion && (
          <RowButton label={locked ? t('editor.unlock') : t('editor.lock')} onClick={() => session.locked.toggle(id)}>
            {locked ? <IconLock size={14} /> : <IconLockOpen size={14} />}
          </RowButton>
        )}
        {protectedRegion && <IconLock size={14} aria-label={t('editor.protected')} />}
        <RowButton label={hidden ? t('editor.show') : t('editor.hide')} onClick={() => session.hidden.toggle(id)}>
          {hidden ? <IconEyeOff size={14} /> : <IconEye size={14} />}
        </RowButton>
        {!annotation.isLocked(id) && (
          <RowButton label={t('editor.delete')} onClick={() => editor.actions.remove([id])}>
            <IconTrash size={14} />
          </RowButton>
        )}
      </span>
    </div>
  )
})

interface RowButtonProps {
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}

/** A button of a row in a list that is one stop for the keyboard. */
export function RowButton({ label, disabled, onClick, children }: RowButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={22}
      // Reached by keys and by the details panel: a list of a thousand must not be three thousand stops.
      tabIndex={-1}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={(event) => {
        event.stopPropagation()
        onClick()
      }}
    >
      {children}
    </ActionIcon>
  )
}
