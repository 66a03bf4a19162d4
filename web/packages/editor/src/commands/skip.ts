import { canEdit, command } from './command'

export const skip = command({
  id: 'annotation:skip',
  title: 'editor.cmdSkip',
  group: 'task',
  when: (editor) => canEdit(editor) && !editor.busy.get() && editor.options.get().show?.skip !== false,
  run: (editor) => void editor.skip(),
})
