import { canArrange, command } from './command'

export const treeOut = command({
  id: 'region:tree-out',
  title: 'editor.cmdTreeOut',
  group: 'region',
  keys: ['ctrl+shift+left', 'command+shift+left'],
  when: canArrange,
  run: (editor) => editor.actions.step('out'),
})
