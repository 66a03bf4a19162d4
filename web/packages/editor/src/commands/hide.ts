import { command, hasSelection, selected } from './command'

export const hide = command({
  id: 'region:visibility',
  title: 'editor.cmdHide',
  group: 'region',
  when: hasSelection,
  run: (editor) => editor.actions.toggleHidden(selected(editor)),
})
