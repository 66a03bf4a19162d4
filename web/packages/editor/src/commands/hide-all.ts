import { command } from './command'

export const hideAll = command({
  id: 'region:visibility-all',
  title: 'editor.cmdHideAll',
  group: 'region',
  run: (editor) => editor.actions.toggleAllHidden(),
})
