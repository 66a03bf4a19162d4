import { command, surfaceFor } from './command'

export const toolSelect = command({
  id: 'tool:move',
  title: 'editor.cmdToolSelect',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'useTool') !== undefined,
  run: (editor) => surfaceFor(editor, 'useTool')?.useTool?.('select'),
})
