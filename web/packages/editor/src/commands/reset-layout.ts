import { NO_LAYOUT } from '../core/layout'
import { command } from './command'

export const resetLayout = command({
  id: 'view:reset-layout',
  title: 'editor.cmdResetLayout',
  group: 'view',
  run: (editor) => editor.settings.set({ panelOpen: true, layout: NO_LAYOUT }),
})
