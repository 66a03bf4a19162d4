import { command, surfaceFor } from './command'

export const toolRect = command({
  id: 'tool:rect',
  title: 'editor.cmdToolRect',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'useTool')?.tools.includes('rect') === true,
  run: (editor) => surfaceFor(editor, 'useTool')?.useTool?.('rect'),
})
