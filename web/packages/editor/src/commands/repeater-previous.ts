import { command, surfaceFor } from './command'

export const repeaterPrevious = command({
  id: 'repeater:previous-page',
  title: 'editor.cmdRepeaterPrevious',
  group: 'view',
  when: (editor) => surfaceFor(editor, 'turnPage') !== undefined,
  run: (editor) => surfaceFor(editor, 'turnPage')?.turnPage?.(-1),
})
