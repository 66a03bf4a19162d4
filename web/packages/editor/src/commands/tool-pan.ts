import { command, surfaceFor } from './command'

export const toolPan = command({
  id: 'tool:pan-image',
  title: 'editor.cmdToolPan',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'takeTool') !== undefined,
  run: (editor) => surfaceFor(editor, 'takeTool')?.takeTool?.('pan'),
})
