import { command } from './command'

export const labelsShown = command({
  id: 'view:labels',
  title: 'editor.cmdLabelsShown',
  group: 'view',
  keys: ['alt+t'],
  run: (editor) => editor.settings.set({ showLabels: !editor.setting('showLabels') }),
})
