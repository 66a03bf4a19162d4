import { command } from './command'

export const palette = command({
  id: 'view:palette',
  title: 'editor.cmdPalette',
  group: 'view',
  keys: ['ctrl+k', 'command+k'],
  inFields: true,
  away: true,
  run: (editor) => editor.dialog.set('palette'),
})
