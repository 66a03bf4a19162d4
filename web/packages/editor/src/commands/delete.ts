import { canChangeSelection, command, selected } from './command'

export const deleteRegions = command({
  id: 'region:delete',
  title: 'editor.cmdDelete',
  group: 'region',
  also: ['segment:delete'],
  when: canChangeSelection,
  run: (editor) => editor.actions.remove(selected(editor)),
})
