import { canEdit, command } from './command'

export const undo = command({
  id: 'annotation:undo',
  title: 'editor.cmdUndo',
  group: 'task',
  when: canEdit,
  run: (editor) => editor.actions.undo(),
})
