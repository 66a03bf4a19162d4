import { command, surfaceFor } from './command'

export const toolPan = command({
  id: 'tool:pan-image',
  title: 'editor.cmdToolPan',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'useTool') !== undefined,
  run: (editor) => surfaceFor(editor, 'useTool')?.useTool?.('pan'),
})
