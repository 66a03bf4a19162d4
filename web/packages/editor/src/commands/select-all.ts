import { command } from './command'

export const selectAll = command({
  id: 'region:select-all',
  title: 'editor.cmdSelectAll',
  group: 'region',
  keys: ['ctrl+a', 'command+a'],
  // Without regions the browser selects the text of the page.
  when: (editor) => (editor.annotation?.document.regionIds.get().length ?? 0) > 0,
  run: (editor) => editor.actions.selectAll(),
})
