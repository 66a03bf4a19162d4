/** The editor as a React component. It brings its own theme and colours, and asks nothing of the page around it. */

import { setLocale } from '@labelwright/i18n'
import { MantineProvider } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { EditorOptions } from '../core/options'
import { SettingsStore } from '../core/settings'
import { TaskEditor } from '../core/task-editor'
import { XmlError } from '../model'
import { Card } from './Card'
import { EditorContext } from './context'
import classes from './editor.module.css'
import { useFocusKept } from './focusHandover'
import { isMac } from './platform'
import { Shell } from './Shell'
import { themeFor } from './theme'

const ConfigProblems = lazy(() => import('./ConfigProblems'))

type Opened = { readonly editor: TaskEditor } | { readonly problem: string | undefined }

interface EditorProps extends EditorOptions {
  /** Told of the model behind the screen, whenever a task or config brings another. */
  readonly onOpened?: ((editor: TaskEditor) => void) | undefined
}

/** A new `task` or `config` starts anew; anything else can change while somebody works. */
export function Editor(props: EditorProps) {
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const [settings] = useState(() => new SettingsStore(props.settings, props.beside))
  useFocusKept(root)
  const system = useColorScheme()
  const locale = useLocale(props.locale)
  const opened = useTaskEditor(props, settings)
  const theme = useMemo(() => themeFor(root ?? undefined), [root])
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={props.colorScheme ?? system}
      cssVariablesSelector=".lw-editor"
      deduplicateCssVariables={false}
      withGlobalClasses={false}
      getRootElement={() => root ?? undefined}
    >
      <div
        ref={setRoot}
        className={`lw-editor ${classes.root}`}
        data-mantine-color-scheme={props.colorScheme ?? system}
        lang={locale}
      >
        {root && 'problem' in opened && opened.problem !== undefined && (
          <Suspense fallback={null}>
            <ConfigProblems config={props.config} />
          </Suspense>
        )}
        {root && props.message !== undefined && <Card title={props.message} />}
        {root && props.message === undefined && 'editor' in opened && (
          <EditorContext value={opened.editor}>
            <Shell key={locale} />
          </EditorContext>
        )}
      </div>
    </MantineProvider>
  )
}

function useTaskEditor(props: EditorProps, settings: SettingsStore): Opened {
  const { config, task } = props
  const [opened, setOpened] = useState<Opened>({ problem: undefined })
  // Made in an effect: making one starts clocks and saving, which must end with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other options are handed on below, without starting anew
  useEffect(() => {
    let editor: TaskEditor
    let current = true
    try {
      editor = new TaskEditor(props, settings, isMac)
    } catch (error) {
      if (!(error instanceof XmlError)) throw error
      setOpened({ problem: error.message })
      return
    }
    setOpened({ editor })
    void editor.start().then(() => {
      if (current) props.onOpened?.(editor)
    })
    return () => {
      current = false
      void editor.dispose()
    }
  }, [config, task, settings])
  const editor = 'editor' in opened ? opened.editor : undefined
  useEffect(() => {
    editor?.options.set(props)
  }, [editor, props])
  const { annotationId, connection } = props
  useEffect(() => {
    const asked = editor?.versions.get().find((it) => it.kind === 'annotation' && it.id === annotationId)
    if (annotationId !== undefined && asked && editor?.work.get()) void editor.open(asked.key)
  }, [editor, annotationId])
  useEffect(() => {
    if (connection === 'online') editor?.retryNow()
  }, [editor, connection])
  return opened
}

function useLocale(wanted: EditorOptions['locale']): string {
  const [ready, setReady] = useState<string>('en')
  useEffect(() => {
    if (!wanted) return
    let current = true
    void setLocale(wanted).then(() => {
      if (current) setReady(wanted)
    })
    return () => {
      current = false
    }
  }, [wanted])
  return ready
}
