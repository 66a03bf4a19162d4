/** What can be done with the selected regions, as buttons. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowRight, IconCopy, IconEye, IconEyeOff, IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { RegionId } from '../../model'
import { useAnnotation, useEditor, useValue } from '../context'
import classes from './details.module.css'

export function Actions({ ids }: { ids: ReadonlySet<RegionId> }) {
  const { actions } = useEditor()
  const annotation = useAnnotation()
  const { session, readOnly } = annotation
  const hidden = useValue(session.hidden)
  const locked = useValue(session.locked)
  const all = (set: ReadonlySet<string>): boolean => [...ids].every((id) => set.has(id))
  const areFixed = [...ids].every((id) => annotation.isLocked(id))
  return (
    <span className={classes.buttons}>
      {!readOnly && ids.size === 1 && (
        <Act label={t('relations.start')} onClick={() => actions.startRelation()}>
          <IconArrowRight size={15} />
        </Act>
      )}
      {!readOnly && (
        <Act label={t('editor.cmdDuplicate')} onClick={() => actions.duplicate(ids)}>
          <IconCopy size={15} />
        </Act>
      )}
      <Act label={t('editor.cmdHide')} pressed={all(hidden)} onClick={() => actions.toggleHidden(ids)}>
        {all(hidden) ? <IconEyeOff size={15} /> : <IconEye size={15} />}
      </Act>
      {!readOnly && (
        <>
          <Act label={t('editor.cmdLock')} pressed={all(locked)} onClick={() => actions.toggleLocked(ids)}>
            {all(locked) ? <IconLock size={15} /> : <IconLockOpen size={15} />}
          </Act>
          <Act label={t('editor.cmdDelete')} disabled={areFixed} onClick={() => actions.remove(ids)}>
            <IconTrash size={15} />
          </Act>
        </>
      )}
    </span>
  )
}

interface ActProps {
  readonly label: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Act({ label, pressed, disabled, onClick, children }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
