import { command } from './command'

export const help = command({
  id: 'view:help',
  title: 'editor.cmdHelp',
  group: 'view',
  keys: ['?', 'shift+?', 'shift+/'],
  away: true,
  run: (editor) => editor.dialog.set('help'),
})
