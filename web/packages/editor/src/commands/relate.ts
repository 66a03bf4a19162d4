import { canChangeSelection, command, selected } from './command'

export const relate = command({
  id: 'region:relation',
  title: 'editor.cmdRelate',
  group: 'region',
  when: (editor) => canChangeSelection(editor) && selected(editor).size === 1,
  run: (editor) => editor.actions.startRelation(),
})
