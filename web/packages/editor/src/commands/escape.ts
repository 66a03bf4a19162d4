import { command } from './command'

export const escape = command({
  id: 'region:exit',
  title: 'editor.cmdEscape',
  group: 'region',
  run: (editor) => editor.escape(),
})
