import { command, surfaceFor } from './command'

export const toolPolygon = command({
  id: 'tool:polygon',
  title: 'editor.cmdToolPolygon',
  group: 'tool',
  when: (editor) => surfaceFor(editor, 'takeTool')?.tools.includes('polygon') === true,
  run: (editor) => surfaceFor(editor, 'takeTool')?.takeTool?.('polygon'),
})
