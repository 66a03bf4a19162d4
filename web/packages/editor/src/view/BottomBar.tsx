/** Undo and redo, what is saved, and the way out: Skip, Submit, Update. */

import { t } from '@labelwright/i18n'
import { Button, Tooltip } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconCloudUpload,
  IconLayoutNavbarExpand,
  IconRestore,
} from '@tabler/icons-react'
import { keyLabel } from '../model'
import { useAnnotation, useEditor, useValue, useWork } from './context'
import { HostButtons } from './HostButtons'
import { isMac } from './platform'
import classes from './shell.module.css'
import { ToolButton } from './ToolButton'

export function BottomBar() {
  const annotation = useAnnotation()
  const editor = useEditor()
  const { show = {}, buttons = [] } = useValue(editor.options)
  const isFocused = useValue(editor.screen.focus)
  // What is sent must be what is on screen.
  const isHeld = useValue(editor.tabs.state) === 'held'
  const isAway = useValue(editor.views.earlier) !== undefined || isHeld
  if (isAway) return <footer className={classes.bottom} />
  return (
    <footer className={classes.bottom}>
      {!annotation.readOnly && show.history !== false && <History />}
      <DraftState />
      <span className={classes.spacer} />
      {isFocused && (
        <ToolButton command="view:focus-mode" side="top" pressed onClick={() => editor.screen.toggle('focus')}>
          <IconLayoutNavbarExpand size={18} />
        </ToolButton>
      )}
      <HostButtons place="before" />
      {buttons.some((it) => it.place === 'replace') ? <HostButtons place="replace" /> : <Actions />}
      <HostButtons place="after" />
    </footer>
  )
}

const useKey = (command: string): string | undefined => useEditor().keys.keys.get(command)?.[0]
const labelOf = (key: string | undefined): string => (key ? keyLabel(key, isMac) : '')

function History() {
  const editor = useEditor()
  const annotation = useAnnotation()
  const { canUndo, canRedo } = useValue(annotation.history)
  const steps = useValue(editor.steps)
  const [undoKey, redoKey] = [useKey('annotation:undo'), useKey('annotation:redo')]
  const given = { variant: 'subtle', color: 'gray', size: 'sm', px: 9, fw: 500, className: classes.quiet } as const
  return (
    <>
      <Tooltip label={labelOf(undoKey)}>
        <Button
          {...given}
          leftSection={<IconArrowBackUp size={16} />}
          aria-keyshortcuts={undoKey}
          disabled={!canUndo && !steps.back}
          onClick={() => editor.actions.undo()}
        >
          {t('editor.undo')}
        </Button>
      </Tooltip>
      <Tooltip label={labelOf(redoKey)}>
        <Button
          {...given}
          leftSection={<IconArrowForwardUp size={16} />}
          aria-keyshortcuts={redoKey}
          disabled={steps.back ? !steps.forth : !canRedo}
          onClick={() => editor.actions.redo()}
        >
          {t('editor.redo')}
        </Button>
      </Tooltip>
      <Tooltip label={t('editor.resetMore')}>
        <Button
          {...given}
          leftSection={<IconRestore size={16} />}
          disabled={!canUndo}
          onClick={() => annotation.reset()}
        >
          {t('editor.reset')}
        </Button>
      </Tooltip>
    </>
  )
}

function DraftState() {
  const work = useWork()
  const state = useValue(work.drafts.state)
  switch (state.kind) {
    case 'clean':
      return null
    case 'pending':
      return <span className={classes.draft}>{t('editor.draftPending')}</span>
    case 'saving':
      return (
        <span className={classes.draft}>
          <IconCloudUpload size={15} aria-hidden /> {t('editor.draftSaving')}
        </span>
      )
    case 'saved': {
      const time = new Date(state.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
      return (
        <span className={classes.draft}>
          <IconCheck size={15} aria-hidden /> {t('editor.draftSaved', { time })}
        </span>
      )
    }
    case 'failed':
      return (
        <span className={classes.draft} data-failed title={state.message} role="status">
          <IconAlertTriangle size={15} aria-hidden /> {t('editor.draftFailed')}
        </span>
      )
  }
}

function Actions() {
  const editor = useEditor()
  const work = useWork()
  const busy = useValue(editor.busy)
  const { show = {}, readOnly, on = {} } = useValue(editor.options)
  const { version } = work
  useValue(work.annotation.version)
  useValue(work.annotation.unsaved)
  const submitKey = useKey('annotation:submit')
  const skipKey = useKey('annotation:skip')
  if (readOnly) return null
  if (version.kind === 'prediction') {
    return (
      <>
        <span className={classes.note}>{t('editor.predictionReadOnly')}</span>
        <Button variant="default" onClick={() => void editor.add(version)}>
          {t('editor.copyVersion')}
        </Button>
      </>
    )
  }
  const stored = version.kind === 'annotation'
  return (
    <>
      {version.isSkipped && <span className={classes.note}>{t('editor.wasSkipped')}</span>}
      {version.isSkipped && on.unskip && (
        <Button variant="default" onClick={() => void editor.unskip()}>
          {t('editor.unskip')}
        </Button>
      )}
      {!version.isSkipped && on.skip && show.skip !== false && (
        <Tooltip label={labelOf(skipKey)}>
          <Button
            variant="default"
            aria-keyshortcuts={skipKey}
            loading={busy === 'skip'}
            disabled={busy !== undefined}
            onClick={() => void editor.skip()}
          >
            {t('editor.skip')}
          </Button>
        </Tooltip>
      )}
      {(stored ? show.update !== false && on.update : show.submit !== false && on.submit) && (
        <Tooltip label={labelOf(submitKey)}>
          <Button
            aria-keyshortcuts={submitKey}
            loading={busy === 'submit' || busy === 'update'}
            disabled={busy !== undefined || (stored && !work.isDirty)}
            onClick={() => void editor.submitOrUpdate()}
          >
            {stored ? t('editor.update') : t('editor.submit')}
          </Button>
        </Tooltip>
      )}
    </>
  )
}
