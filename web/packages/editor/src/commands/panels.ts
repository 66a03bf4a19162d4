import { command } from './command'

export const panels = command({
  id: 'view:panels',
  title: 'editor.cmdPanels',
  group: 'view',
  keys: ['alt+p'],
  run: (editor) => editor.settings.set({ panelOpen: !editor.setting('panelOpen') }),
})
