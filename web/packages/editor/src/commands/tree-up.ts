import { canArrange, command } from './command'

export const treeUp = command({
  id: 'region:tree-up',
  title: 'editor.cmdTreeUp',
  group: 'region',
  keys: ['ctrl+shift+up', 'command+shift+up'],
  when: canArrange,
  run: (editor) => editor.actions.step('up'),
})
