import { command, surfaceFor } from './command'

export const toolKeypoint = command({
  id: 'tool:key-point',
  title: 'editor.cmdToolKeypoint',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'takeTool')?.tools.includes('keypoint') === true,
  run: (editor) => surfaceFor(editor, 'takeTool')?.takeTool?.('keypoint'),
})
