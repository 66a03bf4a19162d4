import { command } from './command'

export const pageNext = command({
  id: 'image:next',
  title: 'editor.cmdPageNext',
  group: 'view',
  when: (editor) => editor.canTurnPage,
  run: (editor) => editor.turnPage(1),
})
