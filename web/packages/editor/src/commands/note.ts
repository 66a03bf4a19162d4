import { canChangeSelection, canEdit, command, selected, selectedRelation } from './command'

export const note = command({
  id: 'region:meta',
  title: 'editor.cmdNote',
  group: 'region',
  when: (editor) =>
    (canChangeSelection(editor) && selected(editor).size === 1) ||
    (canEdit(editor) && selectedRelation(editor) !== undefined),
  run: (editor) => editor.askForFocus(selectedRelation(editor) ? 'relation-note' : 'note'),
})
