import { command } from './command'

export const cycle = command({
  id: 'region:cycle',
  title: 'editor.cmdCycle',
  group: 'region',
  keys: ['alt+down'],
  run: (editor) => editor.cycle(1),
})
