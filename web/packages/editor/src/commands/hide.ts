import { command, hasSelection, selected, selectedRelation } from './command'

export const hide = command({
  id: 'region:visibility',
  title: 'editor.cmdHide',
  group: 'region',
  when: (editor) => hasSelection(editor) || selectedRelation(editor) !== undefined,
  run: (editor) => {
    const relation = selectedRelation(editor)
    if (relation) editor.actions.toggleRelationsHidden([relation.id])
    else editor.actions.toggleHidden(selected(editor))
  },
})
