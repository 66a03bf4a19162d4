import { canArrange, command } from './command'

export const treeDown = command({
  id: 'region:tree-down',
  title: 'editor.cmdTreeDown',
  group: 'region',
  keys: ['ctrl+shift+down', 'command+shift+down'],
  when: canArrange,
  run: (editor) => editor.actions.step('down'),
})
