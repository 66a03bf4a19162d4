import { command, surfaceFor } from './command'

export const rotateLeft = command({
  id: 'tool:rotate-left',
  title: 'editor.cmdRotateLeft',
  group: 'view',
  when: (editor) => surfaceFor(editor, 'rotate') !== undefined,
  run: (editor) => surfaceFor(editor, 'rotate')?.rotate?.(-90),
})
