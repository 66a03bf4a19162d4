import { canChangeSelection, command, selected } from './command'

export const note = command({
  id: 'region:meta',
  title: 'editor.cmdNote',
  group: 'region',
  when: (editor) => canChangeSelection(editor) && selected(editor).size === 1,
  run: (editor) => editor.askForFocus('note'),
})
