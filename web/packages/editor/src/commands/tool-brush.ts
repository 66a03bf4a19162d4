import type { TaskEditor } from '../core/task-editor'
import { command, surfaceFor } from './command'

/** Masks and bitmasks are painted by brushes of their own; a picture seldom has both. */
const brushOf = (editor: TaskEditor): string | undefined =>
  surfaceFor(editor, 'takeTool')?.tools.find((id) => id === 'brush' || id === 'bitmask')

export const toolBrush = command({
  id: 'tool:brush',
  title: 'editor.cmdToolBrush',
  group: 'tool',
  when: (editor) => brushOf(editor) !== undefined,
  run: (editor) => surfaceFor(editor, 'takeTool')?.takeTool?.(brushOf(editor) ?? ''),
})
