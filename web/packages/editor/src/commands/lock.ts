import { canChangeSelection, command, selected } from './command'

export const lock = command({
  id: 'region:lock',
  title: 'editor.cmdLock',
  group: 'region',
  when: canChangeSelection,
  run: (editor) => editor.actions.toggleLocked(selected(editor)),
})
