import { command } from './command'

export const cycleBackExtend = command({
  id: 'region:cycle-back-extend',
  title: 'editor.cmdCycleBackExtend',
  group: 'region',
  keys: ['alt+shift+,', 'alt+shift+<'],
  run: (editor) => editor.actions.cycle(-1, true),
})
