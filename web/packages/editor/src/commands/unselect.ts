import { command, hasSelection } from './command'

export const unselect = command({
  id: 'region:unselect',
  title: 'editor.cmdUnselect',
  group: 'region',
  when: hasSelection,
  run: (editor) => editor.annotation?.session.selection.clear(),
})
