import { command } from './command'

export const keysShown = command({
  id: 'view:keys-shown',
  title: 'editor.cmdKeysShown',
  group: 'view',
  run: (editor) => editor.settings.set({ showHotkeys: !editor.setting('showHotkeys') }),
})
