import { command, surfaceFor } from './command'

export const toolRect = command({
  id: 'tool:rect',
  title: 'editor.cmdToolRect',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'takeTool')?.tools.includes('rect') === true,
  run: (editor) => surfaceFor(editor, 'takeTool')?.takeTool?.('rect'),
})
