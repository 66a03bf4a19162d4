import { command, surfaceFor } from './command'

export const brushLarger = command({
  id: 'tool:increase-tool',
  title: 'editor.cmdBrushLarger',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'takeTool')?.tools.includes('eraser') === true,
  run: (editor) => surfaceFor(editor, 'takeTool')?.resizeBrush?.(1),
})
