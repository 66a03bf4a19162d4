import { command, surfaceFor } from './command'

export const toolVector = command({
  id: 'tool:vector',
  title: 'editor.cmdToolVector',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'takeTool')?.tools.includes('vector') === true,
  run: (editor) => surfaceFor(editor, 'takeTool')?.takeTool?.('vector'),
})
