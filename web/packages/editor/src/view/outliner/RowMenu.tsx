/** What can be done with a region of the list, or with all that are selected when it is one of them. */

import { t } from '@labelwright/i18n'
import { Menu } from '@mantine/core'
import {
  IconArrowRight,
  IconCopy,
  IconEye,
  IconHash,
  IconLink,
  IconLock,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { commandById } from '../../commands'
import { shownKeys } from '../../commands/keyboard'
import { keyLabel } from '../../model'
import { useAnnotation, useEditor, useValue, useWork } from '../context'
import { copyOf } from '../copyText'
import { isMac } from '../platform'
import classes from './outliner.module.css'

export interface MenuPlace {
  readonly id: string
  readonly x: number
  readonly y: number
}

export function RowMenu({ place, onClose }: { place: MenuPlace; onClose: () => void }) {
  const editor = useEditor()
  const { version } = useWork()
  const annotation = version.id === undefined ? {} : { annotationId: version.id }
  const linkTo = useValue(editor.options).on?.linkTo
  const { readOnly, session } = useAnnotation()
  const { id } = place
  const selected = session.selection.get()
  const ids = selected.has(id) ? selected : new Set([id])
  const isOne = ids.size === 1
  const areHidden = [...ids].every((it) => session.hidden.has(it))
  const areLocked = [...ids].every((it) => session.locked.has(it))
  return (
    <Menu opened onClose={onClose} position="bottom-start" shadow="md" withinPortal>
      <Menu.Target>
        <span className={classes.menuPlace} style={{ left: place.x, top: place.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        {!isOne && <Menu.Label>{t('editor.selectedCount', { count: ids.size })}</Menu.Label>}
        {!readOnly && isOne && (
          <>
            <Item
              command="region:relation"
              title={t('relations.start')}
              icon={<IconArrowRight size={15} />}
              onClick={() => {
                session.selection.set(ids)
                editor.actions.startRelation()
              }}
            />
            <Item
              command="region:meta"
              title={t('editor.cmdNote')}
              icon={<IconPencil size={15} />}
              onClick={() => {
                session.selection.set(ids)
                editor.askForFocus('note')
              }}
            />
          </>
        )}
        {!readOnly && (
          <Item
            command="region:duplicate"
            title={t('editor.cmdDuplicate')}
            icon={<IconCopy size={15} />}
            onClick={() => editor.actions.duplicate(ids)}
          />
        )}
        <Item
          command="region:visibility"
          title={t(areHidden ? 'editor.show' : 'editor.hide')}
          icon={<IconEye size={15} />}
          onClick={() => editor.actions.toggleHidden(ids)}
        />
        {!readOnly && (
          <Item
            command="region:lock"
            title={t(areLocked ? 'editor.unlock' : 'editor.lock')}
            icon={<IconLock size={15} />}
            onClick={() => editor.actions.toggleLocked(ids)}
          />
        )}
        {isOne && (
          <>
            <Menu.Divider />
            {linkTo && (
              <Menu.Item
                leftSection={<IconLink size={15} />}
                onClick={() => void copyOf(editor, 'link', linkTo({ ...annotation, region: id }))}
              >
                {t('panels.copyLink')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconHash size={15} />} onClick={() => void copyOf(editor, 'id', id)}>
              {t('panels.copyId')}
            </Menu.Item>
          </>
        )}
        {!readOnly && (
          <>
            <Menu.Divider />
            <Item
              command="region:delete"
              title={t('editor.delete')}
              icon={<IconTrash size={15} />}
              colour="red"
              onClick={() => editor.actions.remove(ids)}
            />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

interface ItemProps {
  /** The command that does the same to what is selected: its key is shown. */
  readonly command: string
  readonly title: string
  readonly icon: ReactNode
  readonly colour?: string
  readonly onClick: () => void
}

function Item({ command, title, icon, colour, onClick }: ItemProps) {
  const editor = useEditor()
  const known = commandById(command)
  const [key] = known ? shownKeys(known, editor.keys) : []
  return (
    <Menu.Item
      {...(colour ? { color: colour } : {})}
      leftSection={icon}
      rightSection={key && <span className={classes.key}>{keyLabel(key, isMac)}</span>}
      onClick={onClick}
    >
      {title}
    </Menu.Item>
  )
}
