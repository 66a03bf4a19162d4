/** The frame of a component, and what went wrong with it. */

import { t } from '@labelwright/i18n'
import { Button, useComputedColorScheme } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type Control, type JsonObject, resolveData, type TagNode } from '../../model'
import type { Misfit } from '../../model/outputs'
import { Card } from '../../view/Card'
import { useAnnotation, useEditor, useValue } from '../../view/context'
import { readStyle } from '../css'
import type { KeyPress, Said, ViewState } from './messages'
import classes from './reactcode.module.css'
import { carryOut, isOwn, toldOf } from './store'
import { useComponent } from './useComponent'

interface FrameProps {
  readonly node: TagNode<'ReactCode'>
  readonly control: Control
  readonly target: string
  /** What the component may hand over. */
  readonly schema: JsonObject | undefined
}

export function Frame(props: FrameProps) {
  const [attempt, setAttempt] = useState(0)
  // Another frame for each try.
  return <OneFrame key={attempt} {...props} onRestart={() => setAttempt((n) => n + 1)} />
}

interface Failure {
  readonly message: string
  /** Nothing of the component is on screen any more. */
  readonly fatal: boolean
}

function OneFrame({ node, control, target, schema, onRestart }: FrameProps & { readonly onRestart: () => void }) {
  const editor = useEditor()
  const annotation = useAnnotation()
  const frame = useRef<HTMLIFrameElement>(null)
  const [failure, setFailure] = useState<Failure>()
  const [wrong, setWrong] = useState<Misfit>()
  const [height, setHeight] = useState<number>()
  const { name, classname, style } = node.attrs
  const hear = (said: Said): void => {
    if (said.kind === 'failed') setFailure(said)
    else if (said.kind === 'size') setHeight(said.height)
    else if (said.kind === 'key') passOn(frame.current, said)
    else if (said.kind === 'add' || said.kind === 'update' || said.kind === 'delete') {
      setWrong(carryOut({ editor, annotation, control, target, schema }, said))
    }
  }
  const silent = useComponent(frame, useComponentState(node, control, target), hear)
  useSurface(name, frame)
  const restart = (
    <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={onRestart}>
      {t('component.restart')}
    </Button>
  )
  return (
    <section className={`${classes.component} ${classname ?? ''}`} aria-label={name}>
      <iframe
        ref={frame}
        className={classes.frame}
        style={{ height: fitting(height), ...readStyle(style) }}
        title={name}
        sandbox="allow-scripts"
        hidden={failure?.fatal}
      />
      {silent && (
        <Card tone="error" title={t('component.silent')} action={restart}>
          {t('component.silentMore')}
        </Card>
      )}
      {failure && (
        <Card tone="error" title={t('component.failed')} action={restart}>
          <code>{failure.message}</code>
        </Card>
      )}
      {wrong && (
        <Card tone="error" title={t('component.wrong')}>
          {t(MISFITS[wrong.code], { field: wrong.path || t('component.value'), expected: wrong.expected })}
        </Card>
      )}
    </section>
  )
}

const MISFITS = {
  type: 'component.wrongType',
  choice: 'component.wrongChoice',
  least: 'component.wrongLeast',
  most: 'component.wrongMost',
  missing: 'component.wrongMissing',
} as const

/** As high as what the component shows, within reason; a height of the config wins. */
const fitting = (height: number | undefined): number => Math.min(4000, Math.max(48, height ?? 160))

/** What the component is told; the same as before as long as nothing of it changes. */
function useComponentState(node: TagNode<'ReactCode'>, control: Control, target: string) {
  const editor = useEditor()
  const annotation = useAnnotation()
  const { config, document } = annotation
  const darkMode = useComputedColorScheme('light') === 'dark'
  const all = useValue(document.followRegionsOn(target))
  const regions = useMemo(
    () => toldOf(all.filter((region) => isOwn(annotation, control, region))),
    [all, annotation, control],
  )
  const currentScreen = editor.views.isAway
    ? 'side_by_side'
    : editor.options.get().stream
      ? 'label_stream'
      : 'quick_view'
  const viewState = useMemo((): ViewState => ({ currentScreen, darkMode }), [currentScreen, darkMode])
  const { name: title, data: source } = node.attrs
  const data = useMemo(() => (source ? resolveData(source, config.data) : config.data), [source, config.data])
  return { title, code: node.content, data, regions, viewState }
}

/** Keys that the component did not use, while a person is in it: a component cannot press them by itself. */
function passOn(frame: HTMLIFrameElement | null, press: KeyPress): void {
  const home = frame?.getRootNode()
  const focused = home instanceof Document || home instanceof ShadowRoot ? home.activeElement : undefined
  if (!frame || focused !== frame || !navigator.userActivation.isActive) return
  frame.dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true, composed: true, cancelable: true }))
}

/** The list of regions can bring the component into view. */
function useSurface(name: string, frame: React.RefObject<HTMLElement | null>): void {
  const editor = useEditor()
  useEffect(() => {
    const reveal = (): void => frame.current?.scrollIntoView({ block: 'nearest' })
    editor.surfaces.set(name, { tools: [], cancel: () => false, reveal })
    return () => void editor.surfaces.delete(name)
  }, [editor, name, frame])
}
