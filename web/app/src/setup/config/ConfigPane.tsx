import type { EditorView } from '@codemirror/view'
import { isMac, keyLabel } from '@labelwright/editor/keys'
import { t } from '@labelwright/i18n'
import { ActionIcon, Group, SegmentedControl, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconCursorText, IconIndentIncrease } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { toast } from '../../kit/toast.tsx'
import { CodeView } from './CodeView.tsx'
import classes from './config.module.css'
import { format, redo, rename, reveal, undo } from './editing.ts'
import { applyFix } from './extensions/quickFix.ts'
import { LabelsPanel } from './LabelsPanel.tsx'
import { ProblemList } from './ProblemList.tsx'
import type { Problem } from './problems.ts'

interface ConfigPaneProps {
  config: string
  onChange: (config: string) => void
  problems: readonly Problem[]
  columns: readonly string[]
}

type Mode = 'code' | 'labels'

/** A config as code or as its labels; both are the same text, with one undo. */
export function ConfigPane({ config, onChange, problems, columns }: ConfigPaneProps) {
  const [mode, setMode] = useState<Mode>('code')
  const view = useRef<EditorView>(null)
  const withView = (run: (view: EditorView) => void) => () => {
    if (view.current) run(view.current)
  }
  const mod = isMac ? 'command' : 'ctrl'
  return (
    <div className={classes.pane}>
      <Group gap="xs" justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label={t('config.view')}
          value={mode}
          onChange={(next) => setMode(next as Mode)}
          data={[
            { value: 'code', label: t('config.as_code') },
            { value: 'labels', label: t('config.as_labels') },
          ]}
        />
        <Group gap={2}>
          <Tool title={t('editor.undo')} keys={`${mod}+z`} onClick={withView(undo)}>
            <IconArrowBackUp size={17} />
          </Tool>
          <Tool title={t('editor.redo')} keys={isMac ? 'command+shift+z' : 'ctrl+y'} onClick={withView(redo)}>
            <IconArrowForwardUp size={17} />
          </Tool>
          {mode === 'code' && (
            <>
              <Tool
                title={t('config.rename')}
                keys="f2"
                onClick={withView((it) => {
                  if (!rename(it)) toast(t('config.rename_none'))
                })}
              >
                <IconCursorText size={17} />
              </Tool>
              <Tool
                title={t('config.format')}
                keys="alt+shift+f"
                onClick={withView((it) => {
                  if (!format(it)) toast(t('config.format_broken'))
                })}
              >
                <IconIndentIncrease size={17} />
              </Tool>
            </>
          )}
        </Group>
      </Group>
      <div className={classes.body}>
        <div className={classes.code} hidden={mode !== 'code'}>
          <CodeView value={config} onChange={onChange} problems={problems} columns={columns} view={view} />
        </div>
        {mode === 'labels' && (
          <div className={classes.scroller}>
            <LabelsPanel config={config} onChange={onChange} />
          </div>
        )}
      </div>
      <ProblemList
        config={config}
        problems={problems}
        columns={columns}
        onFix={(fix) => view.current && applyFix(view.current, fix)}
        onGo={({ at }) => {
          setMode('code')
          // Once the code is shown again: what is hidden cannot take the focus.
          requestAnimationFrame(() => {
            if (view.current && at) reveal(view.current, at)
          })
        }}
      />
    </div>
  )
}

interface ToolProps {
  title: string
  keys: string
  onClick: () => void
  children: ReactNode
}

const Tool = ({ title, keys, onClick, children }: ToolProps) => (
  <Tooltip label={`${title}  ${keyLabel(keys, isMac)}`}>
    <ActionIcon variant="subtle" color="gray" aria-label={title} onClick={onClick}>
      {children}
    </ActionIcon>
  </Tooltip>
)
