import { canChangeSelection, canEdit, command, selected, selectedRelation } from './command'

export const relate = command({
  id: 'region:relation',
  title: 'editor.cmdRelate',
  group: 'region',
  when: (editor) =>
    (canChangeSelection(editor) && selected(editor).size === 1) ||
    (canEdit(editor) && selectedRelation(editor) !== undefined),
  run: (editor) => {
    const relation = selectedRelation(editor)
    if (relation) editor.annotation?.turnRelation(relation.id)
    else editor.actions.startRelation()
  },
})
