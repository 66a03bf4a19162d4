import { canEdit, command } from './command'

export const submit = command({
  id: 'annotation:submit',
  title: 'editor.cmdSubmit',
  group: 'task',
  inFields: true,
  when: (editor) => canEdit(editor) && !editor.busy.get(),
  run: (editor) => void editor.submitOrUpdate(),
})
