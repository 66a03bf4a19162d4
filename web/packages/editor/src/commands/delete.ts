import { canChangeSelection, canEdit, command, selected, selectedRelation } from './command'

export const deleteRegions = command({
  id: 'region:delete',
  title: 'editor.cmdDelete',
  group: 'region',
  also: ['segment:delete'],
  when: (editor) => canChangeSelection(editor) || (canEdit(editor) && selectedRelation(editor) !== undefined),
  run: (editor) => {
    const relation = selectedRelation(editor)
    if (relation) editor.annotation?.removeRelation(relation.id)
    else editor.actions.remove(selected(editor))
  },
})
