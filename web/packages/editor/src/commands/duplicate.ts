import { canChangeSelection, command, selected } from './command'

export const duplicate = command({
  id: 'region:duplicate',
  title: 'editor.cmdDuplicate',
  group: 'region',
  when: canChangeSelection,
  run: (editor) => editor.actions.duplicate(selected(editor)),
})
