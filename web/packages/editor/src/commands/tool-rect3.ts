import { command, surfaceFor } from './command'

export const toolRect3 = command({
  id: 'tool:rect-3point',
  title: 'editor.cmdToolRect3',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'takeTool')?.tools.includes('rect3') === true,
  run: (editor) => surfaceFor(editor, 'takeTool')?.takeTool?.('rect3'),
})
