import { command } from './command'

export const cycle = command({
  id: 'region:cycle',
  title: 'editor.cmdCycle',
  group: 'region',
  keys: ['alt+down'],
  run: (editor) => editor.actions.cycle(1),
})
