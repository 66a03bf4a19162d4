import { command, hasSelection } from './command'

export const copy = command({
  id: 'region:copy',
  title: 'editor.cmdCopy',
  group: 'region',
  browserKeys: ['ctrl+c', 'command+c'],
  when: hasSelection,
  run: () => void document.execCommand('copy'),
})
