import { command } from './command'

export const cycleExtend = command({
  id: 'region:cycle-extend',
  title: 'editor.cmdCycleExtend',
  group: 'region',
  keys: ['alt+shift+.', 'alt+shift+>'],
  run: (editor) => editor.actions.cycle(1, true),
})
