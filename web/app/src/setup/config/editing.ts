import { redo, undo } from '@codemirror/commands'
import { EditorSelection } from '@codemirror/state'
import { type Command, EditorView, type KeyBinding } from '@codemirror/view'
import { formatConfig } from './format.ts'
import { occurrences } from './names.ts'
import { type Change, type Range, readSource } from './source.ts'

/** What a person does to the text as a whole. Each says whether it could be done. */

export const format: Command = (view) => {
  const text = view.state.doc.toString()
  const formatted = formatConfig(text)
  if (formatted === undefined) return false
  view.dispatch({ changes: replaced(text, formatted), userEvent: 'input.format' })
  return true
}

/** Selects a name wherever it stands: what is typed next replaces all. */
export const rename: Command = (view) => {
  const places = occurrences(readSource(view.state.doc.toString()), view.state.selection.main.head)
  const at = view.state.selection.main.head
  if (places.length === 0) return false
  const main = Math.max(
    0,
    places.findIndex(({ from, to }) => from <= at && at <= to),
  )
  const ranges = places.map(({ from, to }) => EditorSelection.range(from, to))
  view.dispatch({ selection: EditorSelection.create(ranges, main), scrollIntoView: true })
  view.focus()
  return true
}

export function reveal(view: EditorView, { from, to }: Range): void {
  view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) })
  view.focus()
}

export { redo, undo }

export const editingKeys: readonly KeyBinding[] = [
  { key: 'Shift-Alt-f', run: format, preventDefault: true },
  { key: 'F2', run: rename, preventDefault: true },
]

/** The change of what is different only, so that cursor, folds and undo stay where they are. */
export function replaced(before: string, after: string): Change {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}
