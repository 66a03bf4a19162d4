import { canEdit, command } from './command'

export const redo = command({
  id: 'annotation:redo',
  title: 'editor.cmdRedo',
  group: 'task',
  keys: ['ctrl+y'],
  when: canEdit,
  run: (editor) => editor.actions.redo(),
})
