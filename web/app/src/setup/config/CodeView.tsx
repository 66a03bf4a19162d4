import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { xml } from '@codemirror/lang-xml'
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language'
import { type Diagnostic, forceLinting, linter, lintGutter, lintKeymap } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, tooltips } from '@codemirror/view'
import { t } from '@labelwright/i18n'
import { type RefObject, useEffect, useRef } from 'react'
import { completeConfig } from './completion.ts'
import { editingKeys, replaced } from './editing.ts'
import { hoverDocs } from './extensions/hoverDocs.ts'
import { look } from './extensions/look.ts'
import { applyFix, quickFix } from './extensions/quickFix.ts'
import { colourSwatches } from './extensions/swatches.ts'
import { fixesFor } from './fixes.ts'
import type { Problem } from './problems.ts'

export interface CodeViewProps {
  value: string
  onChange: (value: string) => void
  problems: readonly Problem[]
  columns: readonly string[]
  /** For what stands around it: buttons, lists. */
  view: RefObject<EditorView | null>
}

/** The XML of a label config. */
export function CodeView({ value, onChange, problems, columns, view }: CodeViewProps) {
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef({ onChange, problems, columns })
  latest.current = { onChange, problems, columns }

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what comes later is handed over below
  useEffect(() => {
    const editor = new EditorView({
      parent: host.current ?? document.body,
      state: EditorState.create({ doc: value, extensions: extensions(() => latest.current) }),
    })
    view.current = editor
    return () => {
      view.current = null
      editor.destroy()
    }
  }, [])

  useEffect(() => {
    const editor = view.current
    const before = editor?.state.doc.toString()
    if (before === undefined || before === value) return
    editor?.dispatch({ changes: replaced(before, value), userEvent: 'input.outside' })
  }, [value, view])

  useEffect(() => {
    latest.current.problems = problems
    if (view.current) forceLinting(view.current)
  }, [problems, view])

  return <div ref={host} style={{ height: '100%', minHeight: 0 }} />
}

type Latest = () => Pick<CodeViewProps, 'onChange' | 'problems' | 'columns'>

const extensions = (latest: Latest): Extension[] => [
  lineNumbers(),
  foldGutter(),
  history(),
  drawSelection(),
  EditorState.allowMultipleSelections.of(true),
  highlightActiveLine(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  autocompletion({ override: [completeConfig(() => latest().columns)], icons: false }),
  xml({ autoCloseTags: true }),
  lintGutter(),
  linter((current) => diagnostics(current, latest()), { delay: 0 }),
  quickFix((current) => fixesAtCursor(current, latest())),
  hoverDocs,
  colourSwatches,
  tooltips({ parent: document.body }),
  keymap.of([
    ...editingKeys,
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...historyKeymap,
    ...completionKeymap,
    ...foldKeymap,
    ...lintKeymap,
  ]),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': t('setup.config_code') }),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) latest().onChange(update.state.doc.toString())
  }),
  look,
]

type Findings = Pick<CodeViewProps, 'problems' | 'columns'>

function diagnostics({ state }: EditorView, { problems, columns }: Findings): Diagnostic[] {
  const { length } = state.doc
  const text = state.doc.toString()
  return problems.map((problem): Diagnostic => {
    const { severity, message, at = { from: 0, to: Math.min(1, length) } } = problem
    const actions = fixesFor(text, problem, columns).map((fix) => ({
      name: fix.title,
      apply: (view: EditorView) => applyFix(view, fix),
    }))
    return { from: Math.min(at.from, length), to: Math.min(at.to, length), severity, message, actions }
  })
}

/** Those of problems at the cursor, else of those in its line. */
function fixesAtCursor({ state }: EditorView, { problems, columns }: Findings) {
  const { head } = state.selection.main
  const line = state.doc.lineAt(head)
  const within = (from: number, to: number) =>
    problems.filter(({ at }) => at !== undefined && at.from <= to && from <= at.to)
  const here = within(head, head)
  const text = state.doc.toString()
  return (here.length > 0 ? here : within(line.from, line.to)).flatMap((one) => fixesFor(text, one, columns))
}
