/** Which version is open, which task this is, and the way to help. */

import { t } from '@labelwright/i18n'
import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconCloudOff,
  IconColumns3,
  IconInfoCircle,
  IconKeyboard,
  IconLayoutSidebarRight,
  IconMaximize,
  IconMinimize,
  IconPlus,
} from '@tabler/icons-react'
import { Switches } from './assist'
import { useEditor, useSetting, useValue } from './context'
import { useTaskPanels } from './panels/useTaskPanels'
import { QueuePlace } from './QueuePlace'
import classes from './shell.module.css'
import { ToolButton } from './ToolButton'
import { ViewMenu } from './ViewMenu'
import { Tabs } from './versions/Tabs'
import { VersionMenu } from './versions/VersionMenu'

export function TopBar() {
  const editor = useEditor()
  const options = useValue(editor.options)
  const panelOpen = useSetting('panelOpen')
  const hasPanels = useTaskPanels().length > 0
  const isFull = useValue(editor.screen.full)
  const comparing = useValue(editor.views.comparing)
  const isHeld = useValue(editor.tabs.state) === 'held'
  useValue(editor.versions)
  const { canCompare } = editor.views
  const { show = {}, task, connection, instruction } = options
  return (
    <header className={classes.top}>
      <Tabs />
      {!options.readOnly && !isHeld && show.addAnnotation !== false && (
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
      {canCompare && (
        <ToolButton
          command="annotation:view-all"
          side="bottom"
          pressed={comparing !== undefined}
          onClick={() => editor.views.toggle()}
        >
          <IconColumns3 size={18} />
        </ToolButton>
      )}
      {!isHeld && <VersionMenu />}
      <span className={classes.spacer} />
      <Switches />
      {connection === 'offline' && (
        <span className={classes.offline} role="status">
          <IconCloudOff size={14} aria-hidden /> {t('editor.offline')}
        </span>
      )}
      <QueuePlace />
      {task.id !== undefined && show.taskId !== false && (
        <span className={classes.task}>{t('editor.taskId', { id: String(task.id) })}</span>
      )}
      {instruction && show.instruction !== false && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('editor.instruction')}
          onClick={() => (show.panels === false ? editor.dialog.set('instruction') : editor.showPanel('instruction'))}
        >
          <IconInfoCircle size={18} />
        </ActionIcon>
      )}
      <ViewMenu />
      <ToolButton command="view:help" side="bottom" onClick={() => editor.dialog.set('help')}>
        <IconKeyboard size={18} />
      </ToolButton>
      <ToolButton
        command="view:full-screen"
        side="bottom"
        pressed={isFull}
        onClick={() => editor.screen.toggle('full')}
      >
        {isFull ? <IconMinimize size={18} /> : <IconMaximize size={18} />}
      </ToolButton>
      {hasPanels && (
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
