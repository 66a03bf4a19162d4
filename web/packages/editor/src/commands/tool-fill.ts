import { command, surfaceFor } from './command'

export const toolFill = command({
  id: 'tool:fill',
  title: 'image.cmdToolFill',
  group: 'tool',
  keys: ['g'],
  when: (editor) => surfaceFor(editor, 'takeTool')?.tools.includes('fill') === true,
  run: (editor) => surfaceFor(editor, 'takeTool')?.takeTool?.('fill'),
})
