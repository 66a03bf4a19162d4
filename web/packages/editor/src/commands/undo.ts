import { canEdit, command } from './command'

export const undo = command({
  id: 'annotation:undo',
  title: 'editor.cmdUndo',
  group: 'task',
  when: (editor) => canEdit(editor) && editor.annotation?.history.canUndo === true,
  run: (editor) => editor.actions.undo(),
})
