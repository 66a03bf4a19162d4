/** Which version is open, which task this is, and the way to help. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import {
  IconBan,
  IconCloudOff,
  IconCopy,
  IconDots,
  IconInfoCircle,
  IconKeyboard,
  IconLayoutSidebarRight,
  IconPencil,
  IconPlus,
  IconSparkles,
  IconStar,
  IconStarFilled,
  IconTrash,
  IconUser,
} from '@tabler/icons-react'
import type { Version } from '../core/versions'
import { useEditor, useSetting, useValue, useWork } from './context'
import classes from './shell.module.css'
import { ToolButton } from './ToolButton'
import { ViewMenu } from './ViewMenu'

export function TopBar() {
  const editor = useEditor()
  const options = useValue(editor.options)
  const panelOpen = useSetting('panelOpen')
  const { show = {}, task, connection, instruction } = options
  return (
    <header className={classes.top}>
      <Tabs />
      {!options.readOnly && show.addAnnotation !== false && (
        <Tooltip label={t('editor.addAnnotation')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('editor.addAnnotation')}
            onClick={() => void editor.add()}
          >
            <IconPlus size={17} />
          </ActionIcon>
        </Tooltip>
      )}
      <VersionMenu />
      {connection === 'offline' && (
        <span className={classes.offline} role="status">
          <IconCloudOff size={14} aria-hidden /> {t('editor.offline')}
        </span>
      )}
      {task.id !== undefined && <span className={classes.task}>{t('editor.taskId', { id: String(task.id) })}</span>}
      {instruction && show.instruction !== false && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('editor.instruction')}
          onClick={() => editor.dialog.set('instruction')}
        >
          <IconInfoCircle size={18} />
        </ActionIcon>
      )}
      <ViewMenu />
      <ToolButton command="view:help" side="bottom" onClick={() => editor.dialog.set('help')}>
        <IconKeyboard size={18} />
      </ToolButton>
      {show.panels !== false && (
        <ToolButton
          command="view:panels"
          side="bottom"
          pressed={panelOpen}
          onClick={() => editor.settings.set({ panelOpen: !panelOpen })}
        >
          <IconLayoutSidebarRight size={18} />
        </ToolButton>
      )}
    </header>
  )
}

function Tabs() {
  const editor = useEditor()
  const versions = useValue(editor.versions)
  const open = useWork().version.key
  const withPredictions = useValue(editor.options).show?.predictions !== false
  const shown = versions.filter((it) => withPredictions || it.kind !== 'prediction' || it.key === open)
  return (
    <div role="tablist" aria-label={t('editor.versions')} className={classes.tabs}>
      {shown.map((version) => (
        <button
          key={version.key}
          type="button"
          role="tab"
          aria-selected={version.key === open}
          className={classes.tab}
          title={version.at ? new Date(version.at).toLocaleString() : undefined}
          onClick={() => void editor.open(version.key)}
        >
          <VersionIcon version={version} />
          <span className={classes.tabText}>{titleOf(version)}</span>
          {version.isGroundTruth && <IconStarFilled size={13} aria-label={t('editor.groundTruth')} />}
        </button>
      ))}
    </div>
  )
}

function VersionIcon({ version }: { version: Version }) {
  if (version.kind === 'prediction') return <IconSparkles size={15} aria-hidden />
  if (version.isSkipped) return <IconBan size={15} aria-hidden />
  return version.kind === 'new' || version.isDraft ? (
    <IconPencil size={15} aria-hidden />
  ) : (
    <IconUser size={15} aria-hidden />
  )
}

function titleOf(version: Version): string {
  const by = version.by ?? ''
  switch (version.kind) {
    case 'prediction': {
      const score = version.score === undefined ? '' : ` · ${Math.round(version.score * 100)} %`
      return `${by === '' ? t('editor.prediction', { id: String(version.id) }) : by}${score}`
    }
    case 'annotation':
      return `${by} #${version.id}`.trim()
    case 'new':
      return version.isDraft ? t('editor.draft') : t('editor.newAnnotation')
  }
}

function VersionMenu() {
  const editor = useEditor()
  const { version } = useWork()
  const options = useValue(editor.options)
  useValue(editor.versions)
  const { show = {}, on = {} } = options
  if (options.readOnly) return null
  const now = editor.versions.get().find((it) => it.key === version.key) ?? version
  const canDelete =
    version.kind !== 'prediction' &&
    show.deleteAnnotation !== false &&
    (version.id === undefined || on.deleteAnnotation)
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('editor.versionMenu')}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => void editor.add(now)}>
          {t('editor.copyVersion')}
        </Menu.Item>
        {version.kind === 'annotation' && on.groundTruth && show.groundTruth !== false && (
          <Menu.Item
            leftSection={<IconStar size={15} />}
            onClick={() => void editor.setGroundTruth(!now.isGroundTruth)}
          >
            {now.isGroundTruth ? t('editor.unsetGroundTruth') : t('editor.setGroundTruth')}
          </Menu.Item>
        )}
        {canDelete && (
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
