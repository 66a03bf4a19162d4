import { canEdit, command } from './command'

export const deleteAll = command({
  id: 'region:delete-all',
  title: 'editor.cmdDeleteAll',
  group: 'region',
  when: (editor) => canEdit(editor) && (editor.annotation?.document.regionIds.get().length ?? 0) > 0,
  run: (editor) => editor.dialog.set('deleteAll'),
})
