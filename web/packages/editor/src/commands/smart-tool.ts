import { command, surfaceFor } from './command'

export const smartTool = command({
  id: 'tool:auto-detect',
  title: 'assist.cmdSmart',
  group: 'tool',
  when: (editor) => editor.assist.on && surfaceFor(editor, 'toggleSmart') !== undefined,
  run: (editor) => surfaceFor(editor, 'toggleSmart')?.toggleSmart?.(),
})
