import { command } from './command'

export const settings = command({
  id: 'view:settings',
  title: 'editor.cmdSettings',
  group: 'view',
  keys: ['ctrl+,', 'command+,'],
  run: (editor) => editor.dialog.set('settings'),
})
