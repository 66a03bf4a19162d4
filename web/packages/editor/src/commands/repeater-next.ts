import { command, surfaceFor } from './command'

export const repeaterNext = command({
  id: 'repeater:next-page',
  title: 'editor.cmdRepeaterNext',
  group: 'view',
  when: (editor) => surfaceFor(editor, 'turnPage') !== undefined,
  run: (editor) => surfaceFor(editor, 'turnPage')?.turnPage?.(1),
})
