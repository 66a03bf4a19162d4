import { command, surfaceFor } from './command'

export const rotateRight = command({
  id: 'tool:rotate-right',
  title: 'editor.cmdRotateRight',
  group: 'view',
  when: (editor) => surfaceFor(editor, 'rotate') !== undefined,
  run: (editor) => surfaceFor(editor, 'rotate')?.rotate?.(90),
})
