import { command, surfaceFor } from './command'

export const toolWand = command({
  id: 'tool:magic-wand',
  title: 'image.cmdToolWand',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'takeTool')?.tools.includes('wand') === true,
  run: (editor) => surfaceFor(editor, 'takeTool')?.takeTool?.('wand'),
})
