import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { xml } from '@codemirror/lang-xml'
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, forceLinting, linter, lintGutter, lintKeymap } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, lineNumbers, tooltips } from '@codemirror/view'
import { t } from '@labelwright/i18n'
import { tags } from '@lezer/highlight'
import { useEffect, useRef } from 'react'
import { completeConfig } from './completion.ts'
import type { Problem } from './problems.ts'

export interface ConfigEditorProps {
  value: string
  onChange: (value: string) => void
  problems: readonly Problem[]
}

/** The XML of a label config, with completion of tags and attributes and problems at their line. */
export default function ConfigEditor({ value, onChange, problems }: ConfigEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const shown = useRef(problems)
  const changed = useRef(onChange)
  changed.current = onChange

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what comes later is handed over below
  useEffect(() => {
    const editor = new EditorView({
      parent: host.current ?? document.body,
      state: EditorState.create({
        doc: value,
        extensions: [
          lineNumbers(),
          history(),
          highlightActiveLine(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          autocompletion({ override: [completeConfig], icons: false }),
          xml({ autoCloseTags: true }),
          syntaxHighlighting(colours),
          lintGutter(),
          linter((current) => diagnostics(current, shown.current), { delay: 0 }),
          tooltips({ parent: document.body }),
          keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': t('setup.config_code') }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed.current(update.state.doc.toString())
          }),
          look,
        ],
      }),
    })
    view.current = editor
    return () => editor.destroy()
  }, [])

  useEffect(() => {
    const editor = view.current
    if (!editor || editor.state.doc.toString() === value) return
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } })
  }, [value])

  useEffect(() => {
    shown.current = problems
    if (view.current) forceLinting(view.current)
  }, [problems])

  return <div ref={host} style={{ height: '100%', minHeight: 0 }} />
}

function diagnostics(view: EditorView, problems: readonly Problem[]): Diagnostic[] {
  const { doc } = view.state
  return problems.map(({ line, column, severity, message }) => {
    const place = doc.line(Math.min(Math.max(line ?? 1, 1), doc.lines))
    const indent = place.text.length - place.text.trimStart().length
    const from = Math.min(place.from + (column === undefined ? indent : column - 1), place.to)
    return { from, to: place.to, severity, message }
  })
}

const colours = HighlightStyle.define([
  { tag: tags.tagName, color: 'var(--lw-code-tag)', fontWeight: '600' },
  { tag: tags.attributeName, color: 'var(--lw-code-attribute)' },
  { tag: tags.attributeValue, color: 'var(--lw-code-value)' },
  { tag: tags.comment, color: 'var(--mantine-color-dimmed)', fontStyle: 'italic' },
  { tag: tags.angleBracket, color: 'var(--mantine-color-dimmed)' },
])

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', backgroundColor: 'var(--lw-surface)', color: 'var(--mantine-color-text)' },
  '&.cm-focused': { outline: '2px solid var(--mantine-color-teal-5)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.55' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--mantine-color-dimmed)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--lw-hover)' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--mantine-color-teal-light)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--lw-surface)',
    color: 'var(--mantine-color-text)',
    border: '1px solid var(--lw-line)',
    borderRadius: '8px',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--mantine-primary-color-filled)',
    color: '#fff',
  },
  '.cm-completionInfo': { maxWidth: '320px', padding: '8px 10px' },
})
