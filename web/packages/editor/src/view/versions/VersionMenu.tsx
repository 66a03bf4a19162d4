/** What can be done with the version that is open. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowsDiff,
  IconCopy,
  IconDots,
  IconEye,
  IconHash,
  IconLink,
  IconStar,
  IconStarOff,
  IconTrash,
} from '@tabler/icons-react'
import type { TaskEditor } from '../../core/task-editor'
import type { Version } from '../../core/versions'
import { useEditor, useValue, useWork } from '../context'
import { copyOf } from '../copyText'

export function VersionMenu() {
  const editor = useEditor()
  const { version } = useWork()
  const { show = {}, on = {}, readOnly } = useValue(editor.options)
  const now = useValue(editor.versions).find((it) => it.key === version.key) ?? version
  const stored = now.id !== undefined
  if (readOnly && !stored) return null
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('editor.versionMenu')}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {stored && (
          <Menu.Item leftSection={<IconHash size={15} />} onClick={() => void copyOf(editor, 'id', String(now.id))}>
            {t('versions.copyId')}
          </Menu.Item>
        )}
        {now.kind === 'annotation' && on.linkTo && (
          <Menu.Item
            leftSection={<IconLink size={15} />}
            onClick={() => void copyOf(editor, 'link', linkOf(editor, now))}
          >
            {t('versions.copyLink')}
          </Menu.Item>
        )}
        {editor.views.canCompare && (
          <Menu.Item leftSection={<IconArrowsDiff size={15} />} onClick={() => editor.views.compareOpen()}>
            {t('versions.compareWith')}
          </Menu.Item>
        )}
        {now.submitted && (
          <Menu.Item leftSection={<IconEye size={15} />} onClick={() => seeSubmitted(editor, now)}>
            {t('versions.seeSubmitted')}
          </Menu.Item>
        )}
        {!readOnly && (
          <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => void editor.add(now)}>
            {t('editor.copyVersion')}
          </Menu.Item>
        )}
        {!readOnly && now.kind === 'annotation' && on.groundTruth && show.groundTruth !== false && (
          <Menu.Item
            leftSection={now.isGroundTruth ? <IconStarOff size={15} /> : <IconStar size={15} />}
            onClick={() => void editor.setGroundTruth(!now.isGroundTruth)}
          >
            {now.isGroundTruth ? t('editor.unsetGroundTruth') : t('editor.setGroundTruth')}
          </Menu.Item>
        )}
        {!readOnly && canDelete(editor, now) && (
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={15} />}
            onClick={() => editor.dialog.set('deleteVersion')}
          >
            {t('editor.deleteVersion')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function canDelete(editor: TaskEditor, version: Version): boolean {
  const { show, on } = editor.options.get()
  if (version.kind === 'prediction' || show?.deleteAnnotation === false) return false
  return version.id === undefined || on?.deleteAnnotation !== undefined
}

/** Leads to the version, and to the region that is selected now. */
function linkOf(editor: TaskEditor, { id }: Version): string {
  const [region] = editor.annotation?.session.selection.get() ?? []
  const place = id === undefined ? {} : { annotationId: id }
  return editor.options.get().on?.linkTo?.({ ...place, ...(region === undefined ? {} : { region }) }) ?? ''
}

const seeSubmitted = (editor: TaskEditor, { submitted = [] }: Version): void => editor.views.look({ result: submitted })
