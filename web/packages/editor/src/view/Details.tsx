/** What is known about the selected region, and what can be typed: its place, a note. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Badge, Tooltip } from '@mantine/core'
import { IconArrowRight, IconCopy, IconEye, IconEyeOff, IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { readableOn } from '../media/readable'
import { captionOf, noteOf, type Region } from '../model'
import { useAnnotation, useEditor, useValue } from './context'
import { NoteField } from './NoteField'
import classes from './panel.module.css'

/** Loaded with the shapes: texts have none. */
const Place = lazy(async () => ({ default: (await import('./Place')).Place }))

export function Details() {
  const annotation = useAnnotation()
  const selection = useValue(annotation.session.selection)
  useValue(annotation.version)
  const [id] = selection
  const region = id === undefined ? undefined : annotation.region(id)
  if (!region) return <p className={classes.empty}>{t('panels.nothingSelected')}</p>
  return (
    <div className={classes.details}>{selection.size > 1 ? <Several ids={selection} /> : <One region={region} />}</div>
  )
}

function Several({ ids }: { ids: ReadonlySet<string> }) {
  return (
    <div className={classes.head}>
      <h2>{t('editor.selectedCount', { count: ids.size })}</h2>
      <span className={classes.grow} />
      <Actions ids={ids} />
    </div>
  )
}

function One({ region }: { region: Region }) {
  const annotation = useAnnotation()
  const labels = annotation.document.labelsOf(region.id)
  const ids = useMemo(() => new Set([region.id]), [region.id])
  const { title, text } = captionOf(region)
  return (
    <>
      <div className={classes.head}>
        <span className={classes.grow} />
        <Actions ids={ids} />
      </div>
      <div className={classes.badges}>
        {labels.map(({ control, stored, option }) => (
          <Badge
            key={`${control.name}/${stored}`}
            size="sm"
            radius="sm"
            tt="none"
            style={{
              background: option?.colour ?? 'var(--lw-line-strong)',
              color: readableOn(option?.colour ?? '#888888'),
            }}
          >
            {option?.value ?? stored}
          </Badge>
        ))}
        {labels.length === 0 && <em className={classes.muted}>{title ?? t('editor.noLabel')}</em>}
        {region.score !== undefined && (
          <span className={classes.muted}>{t('editor.score', { score: region.score.toFixed(3) })}</span>
        )}
      </div>
      {text !== '' && <blockquote className={classes.quote}>{text}</blockquote>}
      <Suspense>
        <Place region={region} />
      </Suspense>
      <Note key={region.id} region={region} />
    </>
  )
}

function Note({ region }: { region: Region }) {
  const annotation = useAnnotation()
  const stored = noteOf(region)
  if (annotation.readOnly && stored === '') return null
  return (
    <NoteField
      label={t('editor.note')}
      hint={t('editor.noteHint')}
      stored={stored}
      place="note"
      readOnly={annotation.isLocked(region.id)}
      onKeep={(text) => annotation.setNote(region.id, text)}
    />
  )
}

function Actions({ ids }: { ids: ReadonlySet<string> }) {
  const editor = useEditor()
  const { session, readOnly } = useAnnotation()
  const hidden = useValue(session.hidden)
  const locked = useValue(session.locked)
  const all = (set: ReadonlySet<string>): boolean => [...ids].every((id) => set.has(id))
  return (
    <span className={classes.buttons}>
      {!readOnly && ids.size === 1 && (
        <Act label={t('relations.start')} onClick={() => editor.actions.startRelation()}>
          <IconArrowRight size={15} />
        </Act>
      )}
      {!readOnly && (
        <Act label={t('editor.cmdDuplicate')} onClick={() => editor.actions.duplicate(ids)}>
          <IconCopy size={15} />
        </Act>
      )}
      <Act label={t('editor.cmdHide')} onClick={() => editor.actions.toggleHidden(ids)}>
        {all(hidden) ? <IconEyeOff size={15} /> : <IconEye size={15} />}
      </Act>
      {!readOnly && (
        <>
          <Act label={t('editor.cmdLock')} onClick={() => editor.actions.toggleLocked(ids)}>
            {all(locked) ? <IconLock size={15} /> : <IconLockOpen size={15} />}
          </Act>
          <Act label={t('editor.cmdDelete')} onClick={() => editor.actions.remove(ids)}>
            <IconTrash size={15} />
          </Act>
        </>
      )}
    </span>
  )
}

function Act({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
