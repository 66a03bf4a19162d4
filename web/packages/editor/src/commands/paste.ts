import { canEdit, command } from './command'

export const paste = command({
  id: 'region:paste',
  title: 'editor.cmdPaste',
  group: 'region',
  browserKeys: ['ctrl+v', 'command+v'],
  when: canEdit,
  // Only a key press pastes by itself; here the browser asks the person first.
  run: async (editor) => {
    const text = await navigator.clipboard.readText().catch(() => '')
    editor.actions.paste(text)
  },
})
