import { command, hasSelection, selected } from './command'

export const focus = command({
  id: 'region:focus',
  title: 'editor.cmdFocus',
  group: 'region',
  when: (editor) => hasSelection(editor) && selected(editor).size === 1,
  run: (editor) => editor.askForFocus('answers'),
})
