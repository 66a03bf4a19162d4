import { command } from './command'

export const stepBack = command({
  id: 'region:exit',
  title: 'editor.cmdEscape',
  group: 'region',
  run: (editor) => editor.actions.escape(),
})
