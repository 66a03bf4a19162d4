import { command, surfaceFor } from './command'

export const zoomFit = command({
  id: 'tool:zoom-to-fit',
  title: 'editor.cmdZoomFit',
  group: 'view',
  when: (editor) => surfaceFor(editor, 'zoomIn') !== undefined,
  run: (editor) => surfaceFor(editor, 'zoomIn')?.zoomToFit?.(),
})
