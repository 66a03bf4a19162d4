import { command, surfaceFor } from './command'

export const toolEraser = command({
  id: 'tool:eraser',
  title: 'editor.cmdToolEraser',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'takeTool')?.tools.includes('eraser') === true,
  run: (editor) => surfaceFor(editor, 'takeTool')?.takeTool?.('eraser'),
})
