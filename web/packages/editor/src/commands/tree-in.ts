import { canArrange, command } from './command'

export const treeIn = command({
  id: 'region:tree-in',
  title: 'editor.cmdTreeIn',
  group: 'region',
  keys: ['ctrl+shift+right', 'command+shift+right'],
  when: canArrange,
  run: (editor) => editor.actions.step('in'),
})
