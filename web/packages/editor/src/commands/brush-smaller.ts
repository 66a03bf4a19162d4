import { command, surfaceFor } from './command'

export const brushSmaller = command({
  id: 'tool:decrease-tool',
  title: 'editor.cmdBrushSmaller',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'takeTool')?.tools.includes('eraser') === true,
  run: (editor) => surfaceFor(editor, 'takeTool')?.resizeBrush?.(-1),
})
