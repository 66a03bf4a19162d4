import { command } from './command'

export const cycleBack = command({
  id: 'region:cycle-back',
  title: 'editor.cmdCycleBack',
  group: 'region',
  keys: ['alt+,', 'alt+up'],
  run: (editor) => editor.actions.cycle(-1),
})
