import { command, surfaceFor } from './command'

export const toolEllipse = command({
  id: 'tool:ellipse',
  title: 'editor.cmdToolEllipse',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'takeTool')?.tools.includes('ellipse') === true,
  run: (editor) => surfaceFor(editor, 'takeTool')?.takeTool?.('ellipse'),
})
