import { command } from './command'

export const pagePrevious = command({
  id: 'image:prev',
  title: 'editor.cmdPagePrevious',
  group: 'view',
  when: (editor) => editor.canTurnPage,
  run: (editor) => editor.turnPage(-1),
})
