import { command } from './command'

export const keepLabels = command({
  id: 'view:keep-labels',
  title: 'editor.cmdKeepLabels',
  group: 'view',
  keys: ['alt+k'],
  run: (editor) => editor.settings.set({ keepLabels: !editor.setting('keepLabels') }),
})
