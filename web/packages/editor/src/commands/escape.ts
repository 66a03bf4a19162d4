import { command } from './command'

export const stepBack = command({
  id: 'region:exit',
  title: 'editor.cmdEscape',
  group: 'region',
  away: true,
  run: (editor) => editor.actions.escape(),
})
