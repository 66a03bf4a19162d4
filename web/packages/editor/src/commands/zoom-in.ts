import { command, surfaceFor } from './command'

export const zoomIn = command({
  id: 'tool:zoom-in',
  title: 'editor.cmdZoomIn',
  group: 'view',
  when: (editor) => surfaceFor(editor, 'zoomIn') !== undefined,
  run: (editor) => surfaceFor(editor, 'zoomIn')?.zoomIn?.(),
})
