import { command } from './command'

export const selectNew = command({
  id: 'view:select-new',
  title: 'editor.cmdSelectNew',
  group: 'view',
  run: (editor) => editor.settings.set({ selectAfterCreate: !editor.setting('selectAfterCreate') }),
})
