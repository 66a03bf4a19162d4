/** Dialogs: help with all keys, the command palette, the instruction, and questions before something is gone. */

import { t } from '@labelwright/i18n'
import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type Command, commands, commandTitle } from '../commands'
import { shownKeys } from '../commands/keyboard'
import { pickLabel } from '../core/pick'
import type { TaskEditor } from '../core/task-editor'
import { flatten, keyLabel, normaliseKey } from '../model'
import { Markup } from '../tags/Markup'
import { useEditor, useValue } from './context'
import classes from './dialogs.module.css'
import { isMac } from './platform'

export function Dialogs() {
  const editor = useEditor()
  const open = useValue(editor.dialog)
  const close = (): void => editor.dialog.set(undefined)
  switch (open) {
    case 'help':
      return (
        <Frame title={t('editor.help')} onClose={close} size="lg">
          <Help />
        </Frame>
      )
    case 'palette':
      return (
        <Frame title={t('editor.cmdPalette')} onClose={close} size="md">
          <Palette onClose={close} />
        </Frame>
      )
    case 'instruction':
      return (
        <Frame title={t('editor.instruction')} onClose={close} size="lg">
          <Markup html={editor.options.get().instruction ?? ''} />
        </Frame>
      )
    case 'deleteAll':
      return (
        <Question
          title={t('editor.cmdDeleteAll')}
          onClose={close}
          onConfirm={() => editor.actions.remove(editor.annotation?.document.regionIds.get() ?? [])}
        >
          {t('editor.deleteAllMore', { count: editor.annotation?.document.regionIds.get().length ?? 0 })}
        </Question>
      )
    case 'deleteVersion':
      return (
        <Question title={t('editor.deleteVersion')} onClose={close} onConfirm={() => void editor.deleteOpen()}>
          {t('editor.deleteVersionMore')}
        </Question>
      )
    default:
      return null
  }
}

interface FrameProps {
  readonly title: string
  readonly size?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

const Frame = ({ title, size = 'md', onClose, children }: FrameProps) => (
  <Modal opened title={title} size={size} onClose={onClose} closeButtonProps={{ 'aria-label': t('editor.close') }}>
    {children}
  </Modal>
)

function Question({ title, onClose, onConfirm, children }: FrameProps & { readonly onConfirm: () => void }) {
  return (
    <Frame title={title} onClose={onClose}>
      <Text size="sm">{children}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('editor.cancel')}
        </Button>
        <Button
          color="red"
          data-autofocus
          onClick={() => {
            onClose()
            onConfirm()
          }}
        >
          {t('editor.delete')}
        </Button>
      </Group>
    </Frame>
  )
}

interface Entry {
  readonly id: string
  readonly title: string
  readonly group: string
  readonly keys: readonly string[]
  readonly run?: (() => void) | undefined
}

const GROUPS = {
  task: 'editor.groupTask',
  region: 'editor.groupRegion',
  tool: 'editor.groupTool',
  view: 'editor.groupView',
} as const

const commandEntry = (editor: TaskEditor, command: Command): Entry => ({
  id: command.id,
  title: commandTitle(command.id),
  group: t(GROUPS[command.group]),
  keys: [...new Set(shownKeys(command, editor.keys).map(normaliseKey))],
  run: command.when?.(editor) === false ? undefined : () => command.run(editor),
})

function optionEntries(editor: TaskEditor): Entry[] {
  return [...editor.config.controls.values()].flatMap((control) =>
    [...flatten(control.options)].map((option): Entry => {
      const run = control.labels
        ? () => pickLabel(editor, control, option.stored)
        : editor.optionKeys.get(option.node.id)
      return { id: option.node.id, title: option.value, group: control.name, keys: option.key ? [option.key] : [], run }
    }),
  )
}

/** Mouse and touch have no key map: said once, in words. */
const GESTURES = [
  ['editor.gestureZoom', 'editor.gestureZoomKeys'],
  ['editor.gesturePan', 'editor.gesturePanKeys'],
  ['editor.gestureNudge', 'editor.gestureNudgeKeys'],
  ['editor.gestureText', 'editor.gestureTextKeys'],
] as const

const fits = (entry: Entry, query: string): boolean =>
  `${entry.title} ${entry.group} ${entry.keys.join(' ')}`.toLowerCase().includes(query.trim().toLowerCase())

function Help() {
  const editor = useEditor()
  const [query, setQuery] = useState('')
  const entries = [
    ...commands.map((command) => commandEntry(editor, command)),
    ...optionEntries(editor),
    ...GESTURES.map(
      ([title, keys]): Entry => ({ id: title, title: t(title), group: t('editor.groupMouse'), keys: [t(keys)] }),
    ),
  ].filter((entry) => entry.keys.length > 0 && fits(entry, query))
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
  return (
    <>
      <TextInput
        data-autofocus
        aria-label={t('editor.searchKeys')}
        placeholder={t('editor.searchKeys')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {[...groups].map(([group, own]) => (
        <section key={group} className={classes.group}>
          <h3>{group}</h3>
          <dl>
            {own.map((entry) => (
              <div key={entry.id}>
                <dt>{entry.title}</dt>
                <dd>
                  {entry.keys.map((key) => (
                    <kbd key={key}>
                      {entry.run || commands.some((it) => it.id === entry.id) ? keyLabel(key, isMac) : key}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {groups.size === 0 && <p className={classes.none}>{t('editor.nothingFound')}</p>}
    </>
  )
}

function Palette({ onClose }: { onClose: () => void }) {
  const editor = useEditor()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const entries = [...commands.map((command) => commandEntry(editor, command)), ...optionEntries(editor)]
    .filter((entry) => entry.run && entry.id !== 'view:palette' && fits(entry, query))
    .slice(0, 12)
  const run = (entry: Entry | undefined): void => {
    if (!entry) return
    onClose()
    entry.run?.()
  }
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="lw-palette"
        aria-activedescendant={entries[at] ? `lw-palette-${at}` : undefined}
        aria-label={t('editor.searchCommands')}
        placeholder={t('editor.searchCommands')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') run(entries[at])
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
          if (step === 0) return
          event.preventDefault()
          setAt((now) => (now + step + entries.length) % Math.max(1, entries.length))
        }}
      />
      <div id="lw-palette" role="listbox" aria-label={t('editor.cmdPalette')} className={classes.palette}>
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
          <div
            key={entry.id}
            id={`lw-palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.entry}
            onPointerMove={() => setAt(index)}
            onClick={() => run(entry)}
          >
            <span>{entry.title}</span>
            <span className={classes.from}>{entry.group}</span>
            {entry.keys[0] && <kbd>{keyLabel(entry.keys[0], isMac)}</kbd>}
          </div>
        ))}
      </div>
    </>
  )
}
