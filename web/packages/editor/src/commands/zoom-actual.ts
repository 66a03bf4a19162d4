import { command, surfaceFor } from './command'

export const zoomActual = command({
  id: 'tool:zoom-to-actual',
  title: 'editor.cmdZoomActual',
  group: 'view',
  when: (editor) => surfaceFor(editor, 'zoomIn') !== undefined,
  run: (editor) => surfaceFor(editor, 'zoomIn')?.zoomToActual?.(),
})
