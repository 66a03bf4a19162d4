import { command } from './command'

export const autoAccept = command({
  id: 'annotation:toggle-auto-accept',
  title: 'assist.cmdAutoAccept',
  group: 'view',
  keys: ['ctrl+alt+a'],
  when: (editor) => editor.assist.on,
  run: (editor) => editor.settings.set({ autoAccept: !editor.setting('autoAccept') }),
})
