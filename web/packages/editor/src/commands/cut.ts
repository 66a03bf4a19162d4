import { canChangeSelection, command } from './command'

export const cut = command({
  id: 'region:cut',
  title: 'editor.cmdCut',
  group: 'region',
  browserKeys: ['ctrl+x', 'command+x'],
  when: canChangeSelection,
  run: () => void document.execCommand('cut'),
})
