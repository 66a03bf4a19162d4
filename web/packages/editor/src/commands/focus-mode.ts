import { command } from './command'

export const focusMode = command({
  id: 'view:focus-mode',
  title: 'editor.cmdFocusMode',
  group: 'view',
  keys: ['shift+z'],
  run: (editor) => editor.screen.toggle('focus'),
})
