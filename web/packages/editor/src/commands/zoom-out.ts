import { command, surfaceFor } from './command'

export const zoomOut = command({
  id: 'tool:zoom-out',
  title: 'editor.cmdZoomOut',
  group: 'view',
  when: (editor) => surfaceFor(editor, 'zoomIn') !== undefined,
  run: (editor) => surfaceFor(editor, 'zoomIn')?.zoomOut?.(),
})
