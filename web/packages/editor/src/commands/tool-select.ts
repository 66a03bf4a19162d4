import { command, surfaceFor } from './command'

export const toolSelect = command({
  id: 'tool:move',
  title: 'editor.cmdToolSelect',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'takeTool') !== undefined,
  run: (editor) => surfaceFor(editor, 'takeTool')?.takeTool?.('select'),
})
